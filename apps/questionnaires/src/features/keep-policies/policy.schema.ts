import { z } from 'zod';
import type { KeptPolicy } from '../../store/policy.store.ts';
import { instrumentRef } from '../instrument.schema.ts';

const code = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use a short word in kebab-case, such as after-every-session.')
  .max(64);
const every = (most: number) => z.int().min(1).max(most);

const trigger = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('after-every-session') }),
  z.object({ kind: z.literal('every-nth-session'), n: every(100) }),
  z.object({ kind: z.literal('at-intake') }),
  z.object({ kind: z.literal('every-n-weeks'), n: every(52) }),
  z.object({ kind: z.literal('at-end-of-care') }),
  z.object({ kind: z.literal('never') }),
]);
const scope = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('all') }),
  z.object({ kind: z.literal('session-type'), type: code }),
  z.object({ kind: z.literal('team'), team: code }),
  z.object({ kind: z.literal('client'), clientId: z.uuid() }),
]);

const fields = {
  title: z.string().trim().min(1).max(200),
  instrument: instrumentRef.partial({ version: true }).describe('Without a version the newest at that time'),
  trigger,
  scope: scope
    .default({ kind: 'all' })
    .describe('The narrowest that fits decides on an instrument: client, team, session type, all'),
  delayHours: z.int().min(0).max(720).default(0).describe('From the trigger to the request'),
  windowDays: z.int().min(1).max(30).default(4).describe('How long the client may answer'),
  reminderHours: z
    .array(z.int().min(1).max(720))
    .max(3)
    .default([])
    .describe('Reminders so many hours after the request, as long as it is unanswered'),
  active: z.boolean().default(true),
};

export const policyChange = z.object(fields);
export const newPolicy = z.object({ code, ...fields });
export const policyCode = code;
export type PolicyGiven = z.infer<typeof newPolicy>;

export const policySchema = z.object({
  code,
  ...fields,
  scope,
  delayHours: z.int(),
  windowDays: z.int(),
  reminderHours: z.array(z.int()),
  active: z.boolean(),
  version: z.int(),
  changedAt: z.iso.datetime(),
});
export type PolicyView = z.infer<typeof policySchema>;

export const viewPolicy = ({ changedAt, reminderHours, ...policy }: KeptPolicy): PolicyView => ({
  ...policy,
  instrument: { ...policy.instrument },
  reminderHours: [...reminderHours],
  changedAt: changedAt.toISOString(),
});
