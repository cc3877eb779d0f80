import { Injectable } from '@nestjs/common';

/** How far this instance has followed the events: the time of the newest one it has taken in. */
@Injectable()
export class Freshness {
  private newest: Date | null = null;

  saw(time: Date): void {
    if (!this.newest || time > this.newest) this.newest = time;
  }

  get asOf(): Date | null {
    return this.newest;
  }
}
