import { psychometricsOf, type Psychometrics } from '@attune/clinical';
import type { Instrument, PublishedInstrument, Scale } from './instrument.ts';

export interface ShownScale extends Scale {
  readonly psychometrics: Psychometrics;
}

export interface ShownInstrument extends PublishedInstrument {
  readonly scales: readonly ShownScale[];
}

/** What is known about each scale, beside what its key declares. */
export const shownScales = ({ url, validated, scales }: Pick<Instrument, 'url' | 'validated' | 'scales'>) =>
  scales.map((scale): ShownScale => ({
    ...scale,
    psychometrics: psychometricsOf({ url, validated }, scale),
  }));

export const withPsychometrics = (instrument: PublishedInstrument): ShownInstrument => ({
  ...instrument,
  scales: shownScales(instrument),
});
