import { meter, millisecondBuckets, originTime } from '@attune/platform';
import { Injectable } from '@nestjs/common';

/** From the moment a client's request came in to the moment its alert was committed, by the real clock. */
@Injectable()
export class AlertDelay {
  private readonly delay = meter().createHistogram('attune_submit_to_alert', {
    unit: 'ms',
    description: 'From the request that submitted a response to the commit of the alert it led to',
    advice: { explicitBucketBoundaries: millisecondBuckets },
  });

  record(): void {
    this.delay.record(Date.now() - originTime().getTime());
  }
}
