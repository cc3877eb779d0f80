import { rule, ruleSetPublished } from '@attune/contracts';
import { z } from 'zod';
import type { KeptRuleSet } from '../../store/rule-set.store.ts';

const { name, title } = ruleSetPublished.schema.shape;

const { detector } = rule.shape;

/** Of numbers that are not 0: beyond them a square or an inverse is no number, and the rule would never speak. */
const [smallest, largest] = [1e-9, 1e9];
const isOfSize = (value: unknown) =>
  typeof value !== 'number' || value === 0 || (Math.abs(value) >= smallest && Math.abs(value) <= largest);

/**
 * A rule as it is sent in. Safety and attendance have lanes of their own: what is said there is about an answer and
 * about absence, never about a score. A parameter that nobody knows is refused, for it would have no effect.
 */
const ruleDraft = rule
  .extend({
    concern: z.enum(['alliance', 'outcome']),
    detector: z
      .discriminatedUnion('kind', [
        detector.options[0].strict(),
        ...detector.options.slice(1).map((kind) => kind.strict()),
      ])
      .superRefine((parameters, { addIssue }) => {
        for (const [name, value] of Object.entries(parameters)) {
          if (isOfSize(value)) continue;
          const message = `Give a number from ${smallest} to ${largest} in size.`;
          addIssue({ code: 'custom', path: [name], message });
        }
      }),
  })
  .strict();

const rules = z
  .array(ruleDraft)
  .min(1)
  .max(50)
  .refine(
    (all) => new Set(all.map(({ code }) => code)).size === all.length,
    'Give each rule a code of its own.',
  );

/** A rule set as it is sent in: its version is given here. */
export const ruleSetDraft = z.object({ name, title, rules });

/** What is taken and yet to be known: nobody would notice by themselves. */
export const ruleWarnings = z
  .array(z.object({ pointer: z.string(), detail: z.string() }))
  .describe('Rules that watch nothing as things are, or would speak at the smallest change, each with why');

export const ruleSetSchema = z.object({
  name,
  version: z.int(),
  title: z.string(),
  rules: z.array(rule),
  publishedAt: z.iso.datetime(),
  activatedAt: z.iso.datetime().nullable(),
  active: z.boolean().describe('True for the one in force'),
  warnings: ruleWarnings.optional(),
});
export type RuleSetView = z.infer<typeof ruleSetSchema>;

const interval = z.array(z.number()).length(2);

export const operatingPointSchema = z.object({
  standardDeviations: z.number().describe('How far below what is expected a score must be'),
  shipped: z.boolean().describe('True for the point of the set that ships'),
  falsePer100: z.number().describe('False alerts in 100 sessions without an episode'),
  falseInterval: interval.describe('95 % confidence'),
  sensitivity: z.number().describe('Share of episodes with at least one alert while they lasted'),
  sensitivityInterval: interval.describe('95 % confidence'),
  delay: z.number().describe('Median sessions from the onset to the first alert'),
  rules: z.array(rule).describe('Ready to be published as a rule set'),
});

export const viewRuleSet = ({ publishedAt, activatedAt, ...ruleSet }: KeptRuleSet): RuleSetView => ({
  ...ruleSet,
  rules: z.array(rule).parse(ruleSet.rules),
  publishedAt: publishedAt.toISOString(),
  activatedAt: activatedAt?.toISOString() ?? null,
});
