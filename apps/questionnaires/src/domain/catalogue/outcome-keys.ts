import { bandsUpTo, lines, numbered, scaleOver } from './build-key.ts';
import type { InstrumentKey } from './instrument-key.ts';

const onRequest = { name: 'Wording by licence of its holder only' };
const unconfirmed = { name: 'Terms to be confirmed with its holder' };
const bad = { higherIsBetter: false } as const;
const total = { code: 'total', method: 'sum' } as const;

const orsItems = lines('ors', 4);
const orsSource =
  'Miller & Duncan (2004), The Outcome and Session Rating Scales: administration and scoring manual';
export const ors: InstrumentKey = {
  name: 'ors',
  title: 'Outcome Rating Scale',
  holder: 'Scott D. Miller: https://www.scottdmiller.com',
  source: orsSource,
  caution: 'The cut-off of 25 is that of adults.',
  licence: onRequest,
  items: orsItems,
  scales: [
    scaleOver(orsItems, 'all', {
      ...{ ...total, title: 'Well-being', higherIsBetter: true },
      cutOff: { value: 25, source: orsSource },
      reliableChange: { value: 5, source: orsSource },
    }),
  ],
};

const oqReversed = [1, 12, 13, 20, 21, 24, 31, 37, 43];
const oqRelations = [1, 7, 16, 17, 18, 19, 20, 26, 30, 37, 43];
const oqRole = [4, 12, 14, 21, 28, 32, 38, 39, 44];
const oqDistress = Array.from({ length: 45 }, (_, index) => index + 1).filter(
  (number) => !oqRelations.includes(number) && !oqRole.includes(number),
);
const oqItems = numbered('oq-45', 45, { from: 0, to: 4 }, { reversed: oqReversed, risk: [8] });
const oqSource = 'Lambert et al. (2004), Administration and scoring manual for the OQ-45.2';
export const oq45: InstrumentKey = {
  name: 'oq-45',
  title: 'Outcome Questionnaire OQ-45.2',
  holder: 'OQ Measures: https://www.oqmeasures.com',
  source: oqSource,
  caution:
    'Answers count 0 (never) to 4 (almost always) before reverse keying. The manual replaces a blank item by the mean of its part; here one blank leaves no score. The cut-off of the total is printed as 63 or 64. Items 11, 26, 32 (substance use) and 44 (violence) are critical in the manual too, and raise no safety alert here: that is for harm to oneself.',
  licence: onRequest,
  items: oqItems,
  scales: [
    scaleOver(oqItems, oqDistress, {
      code: 'symptom-distress',
      title: 'Symptom distress',
      method: 'sum',
      ...bad,
    }),
    scaleOver(oqItems, oqRelations, {
      ...{ code: 'interpersonal-relations', title: 'Interpersonal relations', method: 'sum', ...bad },
    }),
    scaleOver(oqItems, oqRole, { code: 'social-role', title: 'Social role', method: 'sum', ...bad }),
    scaleOver(oqItems, 'all', {
      ...{ ...total, title: 'Total distress', ...bad },
      cutOff: { value: 64, source: oqSource },
      reliableChange: { value: 14, source: oqSource },
    }),
  ],
};

const wsasItems = numbered('wsas', 5, { from: 0, to: 8 });
const wsasSource = 'Mundt, Marks, Shear & Greist (2002), British Journal of Psychiatry 180:461–464';
export const wsas: InstrumentKey = {
  name: 'wsas',
  title: 'Work and Social Adjustment Scale',
  holder: 'Isaac Marks',
  source: wsasSource,
  caution:
    'Whoever does not work leaves item 1 (work) open, and the other four are extrapolated; the key cannot tell item 1 from another one that is left open.',
  licence: onRequest,
  items: wsasItems,
  scales: [
    scaleOver(wsasItems, 'all', {
      ...{ ...total, title: 'Functional impairment', ...bad },
      missing: { rule: 'at-most', count: 1, prorate: true },
      bands: bandsUpTo(40, ['subclinical', 0], ['significant', 10], ['severe', 21]),
      cutOff: { value: 10, source: `${wsasSource}: below 10 is subclinical` },
    }),
  ],
};

const isiItems = numbered('isi', 7, { from: 0, to: 4 });
export const isi: InstrumentKey = {
  name: 'isi',
  title: 'Insomnia Severity Index',
  holder: 'Charles M. Morin, through Mapi Research Trust',
  source: 'Bastien, Vallières & Morin (2001), Sleep Medicine 2:297–307',
  licence: onRequest,
  items: isiItems,
  scales: [
    scaleOver(isiItems, 'all', {
      ...{ ...total, title: 'Insomnia severity', ...bad },
      bands: bandsUpTo(28, ['none', 0], ['subthreshold', 8], ['moderate', 15], ['severe', 22]),
    }),
  ],
};

const whoItems = numbered('who-5', 5, { from: 0, to: 5 });
const whoSource = 'Topp, Østergaard, Søndergaard & Bech (2015), Psychother Psychosom 84:167–176';
export const who5: InstrumentKey = {
  name: 'who-5',
  title: 'WHO-5 Well-Being Index',
  holder: 'World Health Organization',
  source: whoSource,
  caution: 'Scores are multiples of 4: 50 or less is low.',
  licence: unconfirmed,
  items: whoItems,
  scales: [
    scaleOver(whoItems, 'all', {
      ...{ ...total, title: 'Well-being', higherIsBetter: true, multiplier: 4 },
      cutOff: { value: 51, source: `${whoSource}: low at 50 or less` },
      reliableChange: { value: 10, source: whoSource },
    }),
  ],
};

const k10Items = numbered('k10', 10, { from: 1, to: 5 });
export const k10: InstrumentKey = {
  name: 'k10',
  title: 'Kessler Psychological Distress Scale K10',
  holder: 'Ronald C. Kessler: https://www.hcp.med.harvard.edu/ncs/k6_scales.php',
  source: 'Kessler, Andrews, Colpe et al. (2002), Psychological Medicine 32:959–976',
  caution: 'Bands as the Australian Bureau of Statistics uses them.',
  licence: unconfirmed,
  items: k10Items,
  scales: [
    scaleOver(k10Items, 'all', {
      ...{ ...total, title: 'Psychological distress', ...bad },
      bands: bandsUpTo(50, ['low', 10], ['moderate', 16], ['high', 22], ['very-high', 30]),
    }),
  ],
};

const dassItems = numbered('dass-21', 21, { from: 0, to: 3 });
const doubled = { method: 'sum', multiplier: 2, ...bad } as const;
export const dass21: InstrumentKey = {
  name: 'dass-21',
  title: 'Depression Anxiety Stress Scales, DASS-21',
  holder: 'Psychology Foundation of Australia: https://www2.psy.unsw.edu.au/dass/',
  source: 'Lovibond & Lovibond (1995), Manual for the Depression Anxiety Stress Scales, 2nd ed.',
  caution: 'Sums are doubled, so that they compare with those of the DASS-42.',
  licence: unconfirmed,
  items: dassItems,
  scales: [
    scaleOver(dassItems, [3, 5, 10, 13, 16, 17, 21], {
      ...{ ...doubled, code: 'depression', title: 'Depression' },
      bands: bandsUpTo(42, ['normal', 0], ['mild', 10], ['moderate', 14], ['severe', 21], ['extreme', 28]),
    }),
    scaleOver(dassItems, [2, 4, 7, 9, 15, 19, 20], {
      ...{ ...doubled, code: 'anxiety', title: 'Anxiety' },
      bands: bandsUpTo(42, ['normal', 0], ['mild', 8], ['moderate', 10], ['severe', 15], ['extreme', 20]),
    }),
    scaleOver(dassItems, [1, 6, 8, 11, 12, 14, 18], {
      ...{ ...doubled, code: 'stress', title: 'Stress' },
      bands: bandsUpTo(42, ['normal', 0], ['mild', 15], ['moderate', 19], ['severe', 26], ['extreme', 34]),
    }),
  ],
};
