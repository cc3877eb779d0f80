import { readFileSync } from 'node:fs';
import { Inject, Injectable } from '@nestjs/common';
import { SERVICE_CONFIG, type ServiceConfig } from '../config/service-config.ts';

/** So a clock that was moved is the clock of all processes a moment later; a look costs some microseconds. */
const lookAgainAfterMs = 100;

/**
 * The platform's time, for everything that the domain decides. In development and tests a file that all processes
 * share moves it (`{"offsetMs": 86400000}`); without one it is real time. Tokens and sessions use real time.
 */
@Injectable()
export class Clock {
  private offsetMs = 0;
  private lookedAt = -Infinity;

  constructor(@Inject(SERVICE_CONFIG) private readonly config: Pick<ServiceConfig, 'CLOCK_FILE'>) {}

  now(): Date {
    return new Date(Date.now() + this.offset());
  }

  private offset(): number {
    const file = this.config.CLOCK_FILE;
    if (file === undefined || performance.now() - this.lookedAt < lookAgainAfterMs) return this.offsetMs;
    this.lookedAt = performance.now();
    this.offsetMs = readOffset(file);
    return this.offsetMs;
  }
}

function readOffset(file: string): number {
  try {
    const { offsetMs } = JSON.parse(readFileSync(file, 'utf8')) as { offsetMs?: unknown };
    return typeof offsetMs === 'number' && Number.isFinite(offsetMs) ? offsetMs : 0;
  } catch {
    // No file is the normal case: nobody has moved the clock.
    return 0;
  }
}
