/** The scale that stands for the alliance on the caseload page, whatever the version of its instrument. */
export const allianceScale = {
  instrument: 'https://attune.example/instruments/attune-alliance-check-in',
  scale: 'total',
  /** The middle of the scale. */
  worryBelow: 36,
  min: 12,
  max: 60,
} as const;

/** How many totals the small trend line shows. */
export const trendLength = 8;
