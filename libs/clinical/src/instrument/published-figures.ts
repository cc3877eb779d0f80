import type { Figure, Psychometrics } from './figure.ts';

/**
 * What was found out about scales since their keys were published, by the last segment of the instrument's url. It
 * stands beside the keys: a key is part of a version, which never changes, while knowledge about it grows. Only what
 * is certain stands here; for everything else it says why it does not.
 */
type Figures = Readonly<Record<string, Readonly<Record<string, Partial<Psychometrics>>>>>;

const found = (value: number, source: string): Figure => ({ value, source });
const unknown = (reason: string): Figure => ({ unknown: reason });

const unconfirmed = (what: string) => unknown(`No ${what} of this form is confirmed from a publication.`);
const noSd = unconfirmed('standard deviation');
const neither: Psychometrics = { reliability: unconfirmed('reliability'), sd: noSd };
const unvalidated = unknown('Not validated: nobody has measured it yet.');
const notMeasured: Psychometrics = { reliability: unvalidated, sd: unvalidated };

const phq4 = 'Kroenke, Spitzer, Williams & Löwe (2009), Psychosomatics 50:613–621';
const core10 = 'Connell & Barkham (2007), CORE-10 user manual: 1,835 clients of primary care counselling';
const ors = 'Miller, Duncan, Brown, Sparks & Claud (2003), Journal of Brief Therapy 2:91–100';
const oq45 = 'Lambert et al. (2004), Administration and scoring manual for the OQ-45.2';
const isi = 'Morin, Belleville, Bélanger & Ivers (2011), Sleep 34:601–608';
const dass21 = 'Henry & Crawford (2005), British Journal of Clinical Psychology 44:227–239';

/** The scores here are doubled, and so is the SD that was published for the sums. */
const dass = (alpha: number, sdOfSums: number): Psychometrics => ({
  reliability: found(alpha, `Internal consistency: ${dass21}`),
  sd: found(2 * sdOfSums, `1,794 adults of the general population, doubled as the scores are: ${dass21}`),
});

const waiPart: Psychometrics = {
  reliability: unknown(
    'Published as above .80 only: Munder et al. (2010), Clin Psychol Psychother 17:231–239.',
  ),
  sd: noSd,
};
const oqPart = { reliability: unconfirmed('reliability of this part'), sd: noSd };

export const publishedFigures: Figures = {
  'phq-4': {
    anxiety: neither,
    depression: neither,
    total: {
      reliability: found(0.85, `Internal consistency: ${phq4}`),
      sd: found(2.8, `2,149 patients of primary care: ${phq4}`),
    },
  },
  'core-10': { total: { sd: found(7.7, core10) } },
  'attune-alliance-check-in': {
    ...{ goals: notMeasured, tasks: notMeasured, bond: notMeasured, total: notMeasured },
  },
  'attune-alliance-check-in-short': { total: notMeasured },
  'wai-sr': {
    ...{ goal: waiPart, task: waiPart, bond: waiPart },
    total: {
      reliability: found(
        0.91,
        'Internal consistency: Hatcher & Gillaspy (2006), Psychotherapy Research 16:12–25',
      ),
      sd: noSd,
    },
  },
  srs: {
    total: {
      reliability: found(
        0.88,
        'Internal consistency: Duncan, Miller, Sparks et al. (2003), Journal of Brief Therapy 3:3–12',
      ),
      sd: noSd,
    },
  },
  'arm-5': { total: neither },
  sai: { total: neither },
  ors: {
    total: {
      reliability: found(0.93, `Internal consistency: ${ors}`),
      sd: found(6.8, `People without treatment: ${ors}`),
    },
  },
  'oq-45': {
    ...{ 'symptom-distress': oqPart, 'interpersonal-relations': oqPart, 'social-role': oqPart },
    total: {
      reliability: found(0.93, `Internal consistency: ${oq45}`),
      sd: found(18.57, `General population: ${oq45}`),
    },
  },
  wsas: {
    total: {
      reliability: found(
        0.73,
        'Retest after two weeks: Mundt, Marks, Shear & Greist (2002), British Journal of Psychiatry 180:461–464',
      ),
      sd: noSd,
    },
  },
  isi: {
    total: {
      reliability: found(0.91, `Internal consistency, 183 patients and 62 controls: ${isi}`),
      sd: noSd,
    },
  },
  'who-5': { total: neither },
  k10: {
    total: {
      reliability: found(
        0.93,
        'Internal consistency: Kessler, Andrews, Colpe et al. (2002), Psychological Medicine 32:959–976',
      ),
      sd: noSd,
    },
  },
  'dass-21': {
    ...{ depression: dass(0.88, 3.87), anxiety: dass(0.82, 2.95), stress: dass(0.9, 4.2) },
  },
};
