import { describe, expect, it } from '@jest/globals';
import { psychometricsOf } from './psychometrics.ts';
import { publishedFigures } from './published-figures.ts';

const urlOf = (name: string) => `https://attune.example/instruments/${name}`;
const about = (name: string, code = 'total') =>
  psychometricsOf({ url: urlOf(name), validated: true }, { code });

describe('what was published about a scale', () => {
  it.each([
    ['ors', 5, 1.96],
    ['oq-45', 14, 1.96],
  ])('%s: reliability and SD give the reliable change of its manual, %i', (name, published, z) => {
    const { reliability, sd } = about(name);
    const change = z * sd.value! * Math.SQRT2 * Math.sqrt(1 - reliability.value!);
    expect(Math.round(change)).toBe(published);
  });

  it('CORE-10: the SD beside the declared reliability gives its change of 6 at 90 %', () => {
    const declared = { value: 0.9, source: 'Barkham et al. (2013)' };
    const found = psychometricsOf(
      { url: urlOf('core-10'), validated: true },
      { code: 'total', reliability: declared },
    );
    expect(found.reliability).toEqual(declared);
    expect(found.sd).toMatchObject({ value: 7.7, source: expect.stringContaining('manual') });
    expect(Math.round(1.645 * found.sd.value! * Math.SQRT2 * Math.sqrt(0.1))).toBe(6);
  });

  it('DASS-21: the SD is doubled, as the scores are', () => {
    expect(about('dass-21', 'anxiety').sd.value).toBeCloseTo(5.9, 10);
    expect(about('dass-21', 'depression').sd.value).toBeCloseTo(7.74, 10);
    expect(about('dass-21', 'stress').sd.value).toBeCloseTo(8.4, 10);
  });

  it.each(Object.entries(publishedFigures))(
    '%s: each number has a source, each gap a reason',
    (_, scales) => {
      for (const { reliability, sd } of Object.values(scales)) {
        for (const figure of [reliability, sd]) {
          if (figure === undefined) continue;
          const said = figure.value === undefined ? figure.unknown : figure.source;
          expect([figure.value === undefined, said.length > 20, said.length <= 300]).toEqual([
            figure.unknown !== undefined,
            true,
            true,
          ]);
        }
        const share = reliability?.value ?? 0.5;
        expect([share > 0 && share < 1, (sd?.value ?? 1) > 0]).toEqual([true, true]);
      }
    },
  );
});

describe('where nothing was published', () => {
  const mine = { url: 'https://clinic.example/q/mood', validated: true };

  it('says so, and never gives a number', () => {
    expect(psychometricsOf(mine, { code: 'total' })).toEqual({
      reliability: { unknown: 'Whoever published this instrument has not said it.' },
      sd: { unknown: 'Whoever published this instrument has not said it.' },
    });
  });

  it('says of what is not validated that nobody has measured it', () => {
    const reason = { unknown: 'Not validated: nobody has measured it yet.' };
    expect(psychometricsOf({ ...mine, validated: false }, { code: 'total' })).toEqual({
      reliability: reason,
      sd: reason,
    });
    expect(about('attune-alliance-check-in', 'bond')).toEqual({ reliability: reason, sd: reason });
  });

  it('takes what the key declares, and does not lend it the figures of another instrument', () => {
    const reliability = { value: 0.8, sd: 3, source: 'Our own study' };
    expect(psychometricsOf(mine, { code: 'total', reliability })).toEqual({
      reliability: { value: 0.8, source: 'Our own study' },
      sd: { value: 3, source: 'Our own study' },
    });
    const namesake = { url: 'https://clinic.example/instruments/ors', validated: true };
    expect(psychometricsOf(namesake, { code: 'total' }).reliability.value).toBeUndefined();
    expect(about('ors', 'another-scale').reliability.value).toBeUndefined();
  });
});
