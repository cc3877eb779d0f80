import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { code, instant } from '../fields.ts';
import { exampleRule, rule } from './rule.ts';

export const ruleSetPublished = defineEvent({
  type: 'attune.alerting.rule-set-published.v1',
  topic: 'attune.public.rule-sets',
  title: 'Rule set published',
  description:
    'A version of a rule set was written down. It never changes, and is not in force until it is activated.',
  schema: z.object({
    name: code,
    version: z.int().min(1),
    title: z.string().min(1).max(200),
    rules: z.array(rule).min(1).max(50),
    publishedAt: instant,
  }),
  example: {
    name: 'attune-default',
    version: 1,
    title: 'Low or falling alliance',
    rules: [exampleRule],
    publishedAt: '2026-11-23T10:00:00.000Z',
  },
});
