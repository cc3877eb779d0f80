import { instantSchema, zoneSchema } from '@attune/platform';
import { z } from 'zod';
import type { Session } from '../../domain/session.ts';
import { codeSchema } from '../code.schema.ts';

const longestHours = 12;

const planned = {
  clientId: z.uuid(),
  therapistId: z.uuid(),
  startsAt: instantSchema,
  endsAt: instantSchema,
  zone: zoneSchema,
  type: codeSchema.default('individual').describe('What the clinic calls this kind of session'),
};

const lasts = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }) => {
  const ms = new Date(endsAt).getTime() - new Date(startsAt).getTime();
  return ms > 0 && ms <= longestHours * 3_600_000;
};
const wrongLength = {
  path: ['endsAt'],
  message: `It must end after it begins, ${longestHours} hours at most.`,
};

export const newSessionSchema = z
  .object({ sessionId: z.uuid().optional(), ...planned })
  .refine(lasts, wrongLength);
export const importedSessionSchema = z
  .object({ sessionId: z.uuid(), ...planned, status: z.enum(['booked', 'completed', 'cancelled', 'missed']) })
  .refine(lasts, wrongLength);
export const sessionSchema = z.object({
  sessionId: z.uuid(),
  ...planned,
  type: codeSchema,
  status: z.enum(['booked', 'completed', 'cancelled', 'missed']),
  version: z.int(),
});
export type SessionView = z.infer<typeof sessionSchema>;

export const toSessionView = ({ startsAt, endsAt, ...rest }: Session): SessionView => ({
  ...rest,
  startsAt: startsAt.toISOString(),
  endsAt: endsAt.toISOString(),
});

/** As the domain knows it. */
export function toSession(given: Omit<SessionView, 'version'>): Session {
  return { ...given, startsAt: new Date(given.startsAt), endsAt: new Date(given.endsAt), version: 1 };
}
