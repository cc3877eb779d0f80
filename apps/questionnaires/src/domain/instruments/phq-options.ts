/** The four answers that the PHQ family shares, as its authors print them. */
export const phqOptions = [
  { value: 0, label: 'Not at all' },
  { value: 1, label: 'Several days' },
  { value: 2, label: 'More than half the days' },
  { value: 3, label: 'Nearly every day' },
];

export const phqIntro =
  'Over the last 2 weeks, how often have you been bothered by any of the following problems?';

/** Of the GAD-7 and the PHQ-4, which are printed without the "any of" of the PHQ-9. */
export const gadIntro = 'Over the last 2 weeks, how often have you been bothered by the following problems?';

export const phqNotice =
  'Developed by Drs. Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and colleagues, with an educational grant from Pfizer Inc. No permission required to reproduce, translate, display or distribute.';

export const phqLicence = { name: 'No permission required', url: 'https://www.phqscreeners.com' };
