import { describe, expect, it } from '@jest/globals';
import { clinicalCutOff } from './clinical-cut-off.ts';
import { reliableChange } from './reliable-change.ts';

/** The worked example of Jacobson & Truax (1991), J Consult Clin Psychol 59:12–19, table 2 and p. 14. */
const clinical = { mean: 40, sd: 7.5 };
const normative = { mean: 60, sd: 7.5 };
const [pre, post] = [32.5, 47.5];

describe('given the populations and the client of Jacobson and Truax', () => {
  it('the cut-offs are a 55, b 45 and c 50', () => {
    expect(clinicalCutOff([], { clinical, normative })).toMatchObject({
      direction: 'higher-is-better',
      limits: { a: 55, b: 45, c: 50 },
    });
  });

  it('the client improves reliably, by 3.16 standard errors of 4.74, without reaching cut-off c', () => {
    const result = reliableChange([pre, post], { sd: 7.5, reliability: 0.8, cutoff: 50 });
    if (result.outcome !== 'computed') throw new Error(result.outcome);
    expect(result.limits.standardError).toBeCloseTo(3.35, 2);
    expect(result.limits.standardErrorOfDifference).toBeCloseTo(4.74, 2);
    expect(result.index).toBeCloseTo(3.16, 2);
    expect(result.class).toBe('improved');
  });

  it('the same client has recovered by cut-off b', () => {
    expect(reliableChange([pre, post], { sd: 7.5, reliability: 0.8, cutoff: 45 })).toMatchObject({
      class: 'recovered',
    });
  });
});
