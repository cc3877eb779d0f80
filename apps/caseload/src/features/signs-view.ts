import { z } from 'zod';
import type { SignsRow } from '../store/signs.sql.ts';

const instant = z.iso.datetime();

/** How a client comes and answers, and the signs that they may leave; as of a client and of a session of theirs. */
export const signFields = {
  requests: z
    .object({
      due: z.int().describe('Requests answered, or whose time is over'),
      answered: z.int(),
      silent: z.int().describe('Left unanswered since the last answer'),
    })
    .describe('What Attune asked; answers that were imported were asked for elsewhere'),
  missed: z.object({
    inARow: z.int().describe('Sessions missed since the last completed one'),
    last90Days: z.int(),
  }),
  weeksInCare: z.int().nullable(),
  lastContact: instant.nullable().describe('The last completed session or answer, whichever is later'),
  attrition: z.object({
    order: z
      .int()
      .min(0)
      .max(10)
      .describe('The weights of all signs together: an order, no probability that the client leaves'),
    factors: z.array(
      z.object({
        code: z.enum([
          'weak-alliance',
          'falling-alliance',
          'missed-sessions',
          'silence',
          'no-recent-contact',
        ]),
        weight: z.union([z.literal(1), z.literal(2)]).describe('1 for a mild sign, 2 for a marked one'),
        reason: z.string(),
      }),
    ),
  }),
};

const week = 7 * 86_400_000;

export const viewSigns = (row: SignsRow, now: Date) => ({
  requests: { due: row.requests_due, answered: row.requests_answered, silent: row.requests_silent },
  missed: { inARow: row.missed_in_a_row, last90Days: row.missed_lately },
  weeksInCare: row.care_since && Math.floor((now.getTime() - row.care_since.getTime()) / week),
  lastContact: row.last_contact_at?.toISOString() ?? null,
  attrition: { order: row.attrition, factors: row.factors },
});
