import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { code, instant } from '../fields.ts';

export const ruleSetActivated = defineEvent({
  type: 'attune.alerting.rule-set-activated.v1',
  topic: 'attune.public.rule-sets',
  title: 'Rule set activated',
  description:
    'From now on new scores are judged by this version; of several the last activated is in force.',
  schema: z.object({ name: code, version: z.int().min(1), activatedAt: instant }),
  example: { name: 'attune-default', version: 1, activatedAt: '2026-11-23T10:00:00.000Z' },
});
