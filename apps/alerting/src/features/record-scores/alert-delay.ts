import { meter, millisecondBuckets, type Transaction } from '@attune/platform';
import { Injectable } from '@nestjs/common';
import type { AlertFact } from '../../domain/alert/alert.ts';

/** From the moment a client's request came in to the moment its alert was committed, by the real clock. */
@Injectable()
export class AlertDelay {
  private readonly delay = meter().createHistogram('attune_submit_to_alert_ms', {
    description:
      'Milliseconds from the request that submitted a response to the commit of the alert it led to',
    advice: { explicitBucketBoundaries: millisecondBuckets },
  });

  /**
   * Records the delay once the transaction has committed, if the facts told somebody something.
   * @param began real time at which the request that began it all arrived
   */
  after(tx: Transaction, facts: readonly AlertFact[], began: Date): void {
    if (!facts.some(({ type }) => type === 'raised' || type === 'signal-added')) return;
    tx.afterCommit(() => {
      this.delay.record(Date.now() - began.getTime());
    });
  }
}
