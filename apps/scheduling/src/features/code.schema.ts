import { z } from 'zod';

/** A short word of the clinic's own, such as a team or a kind of session. */
export const codeSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use a short word in kebab-case, such as day-clinic.')
  .max(64);
