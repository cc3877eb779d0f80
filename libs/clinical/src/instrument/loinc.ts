/** LOINC's codes of an instrument as a panel, of its items by linkId, and of its scores by scale. */
export interface LoincCodes {
  readonly panel?: { readonly code: string; readonly display: string };
  readonly items: Readonly<Record<string, string>>;
  readonly scores: Readonly<Record<string, { readonly code: string; readonly display: string }>>;
}

/** The questions of the PHQ that other forms repeat. */
const [interest, down, nervous, worrying] = ['44250-9', '44255-8', '69725-0', '68509-9'] as const;

const numbered = (prefix: string, codes: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(codes.map((code, index) => [`${prefix}-${index + 1}`, code]));

/** Where LOINC has codes and they are certain; an instrument that is not here has none that we would vouch for. */
const codes: Readonly<Record<string, LoincCodes>> = {
  'https://attune.example/instruments/phq-9': {
    panel: { code: '44249-1', display: 'PHQ-9 quick depression assessment panel [Reported.PHQ]' },
    items: numbered('phq9', [
      interest,
      down,
      '44259-0',
      '44254-1',
      '44251-7',
      '44258-2',
      '44252-5',
      '44253-3',
      '44260-8',
    ]),
    scores: {
      total: {
        code: '44261-6',
        display: 'Patient Health Questionnaire 9 item (PHQ-9) total score [Reported]',
      },
    },
  },
  'https://attune.example/instruments/phq-4': {
    items: numbered('phq4', [nervous, worrying, interest, down]),
    scores: {
      // Its two items about depression are the PHQ-2.
      depression: {
        code: '55758-7',
        display: 'Patient Health Questionnaire 2 item (PHQ-2) total score [Reported]',
      },
      total: {
        code: '70272-0',
        display: 'Patient Health Questionnaire 4 item (PHQ-4) total score [Reported]',
      },
    },
  },
  'https://attune.example/instruments/gad-7': {
    panel: { code: '69737-5', display: 'Generalized anxiety disorder 7 item (GAD-7)' },
    items: numbered('gad7', [nervous, worrying, '69733-4', '69734-2', '69735-9', '69689-8', '69736-7']),
    scores: {
      total: {
        code: '70274-6',
        display: 'Generalized anxiety disorder 7 item (GAD-7) total score [Reported.PHQ]',
      },
    },
  },
};

export const loincOf = (instrumentUrl: string): LoincCodes | undefined => codes[instrumentUrl];
