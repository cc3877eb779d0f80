import { meter, millisecondBuckets, originTime } from '@attune/platform';
import { Injectable } from '@nestjs/common';

/** From the moment a client's answers came in to the moment they were committed, by the real clock. */
@Injectable()
export class CommitDelay {
  private readonly delay = meter().createHistogram('attune_submit_to_commit_ms', {
    description: 'Milliseconds from the request that brought a response to its commit',
    advice: { explicitBucketBoundaries: millisecondBuckets },
  });

  record(): void {
    this.delay.record(Date.now() - originTime().getTime());
  }
}
