import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { defaultRuleSet, operatingPoints } from '../src/index.ts';
import { candidate, rulesAt, tunings } from './candidate.ts';
import { curveOf, leastLead, sensitivityAt } from './curve.ts';
import { fingerprint } from './fingerprint.ts';
import { drawReportCourses } from './prior.ts';
import { measure, type Method } from './measure.ts';
import { families } from './methods.ts';

const courses = drawReportCourses().slice(0, 500);
const shipped: Method = defaultRuleSet.rules
  .filter(({ instrument }) => instrument.endsWith('/attune-alliance-check-in'))
  .map(({ detector }) => detector);
/** The tuning behind the rules that ship. */
const tuning = tunings.find((each) =>
  operatingPoints.every(
    ({ standardDeviations, rules }) =>
      JSON.stringify(rulesAt(standardDeviations, each)) === JSON.stringify(rules),
  ),
)!;

describe('the default set', () => {
  it('is one that the simulation has written', () => {
    expect(tuning).toBeDefined();
    expect(operatingPoints.filter((point) => point.shipped)).toHaveLength(1);
  });

  it('raises at most 5 false alerts in 100 sessions, on courses it was not tuned on', () => {
    expect(measure(shipped, courses).falsePer100).toBeLessThanOrEqual(5);
  });

  it('stays there when every alert about a weak alliance that did not fall is called false', () => {
    const strict = courses.map((course) => ({
      ...course,
      truth: course.truth.map((each) => (each === 'weak' ? 'calm' : each)),
    }));
    expect(measure(shipped, strict).falsePer100).toBeLessThanOrEqual(5);
  });

  it('has a curve from 0.5 to 20 false alerts in 100 sessions', () => {
    const curve = curveOf(candidate(tuning), courses);
    expect(sensitivityAt(curve, 0.5)).not.toBeNull();
    expect(sensitivityAt(curve, 20)).not.toBeNull();
  });

  const rates = [0.5, 1, 2, 3, 5, 8, 12, 20];
  const ours = curveOf(candidate(tuning), courses, 2);
  it.each(families.map((family) => [family.name, family] as const))(
    'finds more than "%s" at the same rate of false alerts',
    (_name, family) => {
      const lead = leastLead(ours, curveOf(family, courses, 2), rates);
      expect(lead).toBeGreaterThan(0);
    },
  );

  it('costs and brings more the further its thresholds are turned', () => {
    const turned = operatingPoints.map(({ falsePer100, sensitivity }) => [falsePer100, sensitivity]);
    const sorted = turned.toSorted(([one], [other]) => one! - other!);
    expect(turned).toEqual(sorted);
    expect(turned.map(([, sensitivity]) => sensitivity)).toEqual(
      sorted.map(([, sensitivity]) => sensitivity).toSorted((one, other) => one! - other!),
    );
  });
});

describe('the guide', () => {
  const guide = readFileSync(new URL('../../../docs/guides/rupture-rules.md', import.meta.url), 'utf8');

  it('is not older than the code: otherwise run `npm run simulate`', () => {
    expect(guide).toContain(`<!-- inputs: ${fingerprint(tuning)} -->`);
  });

  it('says of each point what the platform offers', () => {
    for (const { standardDeviations, falsePer100 } of operatingPoints)
      expect(guide).toMatch(
        new RegExp(`\\| ${standardDeviations}[^|]*\\|[^|]*\\| ${falsePer100.toFixed(1)} \\(`),
      );
  });
});
