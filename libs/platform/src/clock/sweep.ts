import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { describe } from '../errors/problem.filter.ts';
import { logger } from '../telemetry/logger.ts';

/**
 * Work that is due by the passing of time, without an event. The platform's clock can be set by hand, so no timer can
 * wait for the instant itself: the work is looked for every so often.
 */
export abstract class Sweep implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  /** @param everyMs real milliseconds from the end of one look to the next */
  constructor(private readonly everyMs: number) {}

  /** Does what is due now; answers how much that was. */
  abstract sweep(): Promise<number>;

  onApplicationBootstrap(): void {
    this.schedule();
  }

  async onApplicationShutdown(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    await this.running;
  }

  private schedule(): void {
    this.timer = setTimeout(() => {
      this.running = this.look();
    }, this.everyMs).unref();
  }

  /** One line for each look that found something: a night shift reads them later. */
  private tell(count: number, began: number): void {
    logger.info({ sweep: this.constructor.name, count, ms: Math.round(performance.now() - began) }, 'swept');
  }

  private async look(): Promise<void> {
    const began = performance.now();
    try {
      const count = await this.sweep();
      if (count > 0) this.tell(count, began);
    } catch (error) {
      logger.error({ ...describe(error), sweep: this.constructor.name }, 'a sweep failed; trying again');
    }
    if (this.timer) this.schedule();
  }
}
