import { histogram } from '@attune/platform';
import { Injectable } from '@nestjs/common';

/** From the moment a client's request came in to the moment its alert was committed, by the real clock. */
@Injectable()
export class AlertDelay {
  private readonly delay = histogram(
    'attune_submit_to_alert_seconds',
    'From submitting a response to its alert',
  );

  record(origin: Date | null): void {
    if (origin) this.delay.record((Date.now() - origin.getTime()) / 1000);
  }
}
