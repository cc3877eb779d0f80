import { demand } from '../statistics/invalid-option.error.ts';
import { chartOf, individualsMinimum } from '../statistics/individuals-chart.ts';
import { worseSide, type Direction } from '../statistics/outcome.ts';
import { westernElectric, westernElectricWindow, type Chart } from '../statistics/western-electric.ts';
import { decided, evidenceOf, type Detector } from './detection.ts';
import type { IndividualsSpec } from './detector-spec.ts';

interface State {
  /** The scores that will set the limits, as long as they are too few. */
  readonly basis: readonly number[];
  /** The last scores, as many as the longest pattern looks at. */
  readonly recent: readonly number[];
  readonly chart: Pick<Chart, 'centre' | 'sigma'> | null;
}

/**
 * Individuals chart whose limits are set by a client's first scores and then stay: each later score is held against
 * them, alone and with those before it. The scores that set the limits give no signal.
 */
export function individualsDetector(
  { calibration = individualsMinimum, sigmas = 3, rules }: IndividualsSpec,
  direction: Direction,
): Detector<State> {
  demand(Number.isInteger(calibration) && calibration >= 2, 'calibration', 'a whole number, 2 or more');
  demand(sigmas > 0, 'sigmas', 'more than 0');
  const worse = worseSide(direction);
  return {
    start: { basis: [], recent: [], chart: null },
    next({ basis, recent, chart }, score) {
      const seen = [...recent, score].slice(-westernElectricWindow);
      if (!chart) {
        const grown = [...basis, score];
        const set = grown.length === calibration ? chartOf(grown, sigmas) : null;
        const after = set
          ? { basis: [], recent: seen, chart: { centre: set.centre, sigma: set.sigma } }
          : { basis: grown, recent: seen, chart: null };
        return [after, { outcome: 'insufficient-data', needed: calibration + 1 }];
      }
      const { centre, sigma } = chart;
      const found = westernElectric(seen, { centre, sigma, sigmas }, rules);
      const threshold = centre + (worse === 'below' ? -1 : 1) * sigmas * sigma;
      const evidence = evidenceOf(score, threshold, { reference: centre });
      return [
        { basis, recent: seen, chart },
        decided(
          found.some(({ side }) => side === worse),
          evidence,
        ),
      ];
    },
  };
}
