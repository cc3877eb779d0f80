import type { Answer } from './answer.ts';

/**
 * An answer on its way. `writtenAt` is the writer's time in milliseconds, and always later than that of the answer
 * which the writer had read: so the later of two stands, whatever the clocks of two devices say.
 */
export interface DraftAnswer extends Answer {
  readonly writtenAt: number;
}
