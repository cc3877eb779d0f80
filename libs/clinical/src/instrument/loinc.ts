/** LOINC's codes of an instrument as a panel, and of its scores by scale. */
export interface LoincCodes {
  readonly panel?: { readonly code: string; readonly display: string };
  readonly scores: Readonly<Record<string, { readonly code: string; readonly display: string }>>;
}

/** Where LOINC has codes and they are certain; an instrument that is not here has none that we would vouch for. */
const codes: Readonly<Record<string, LoincCodes>> = {
  'https://attune.example/instruments/phq-9': {
    panel: { code: '44249-1', display: 'PHQ-9 quick depression assessment panel [Reported.PHQ]' },
    scores: {
      total: {
        code: '44261-6',
        display: 'Patient Health Questionnaire 9 item (PHQ-9) total score [Reported]',
      },
    },
  },
  'https://attune.example/instruments/phq-4': {
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
    scores: {
      total: {
        code: '70274-6',
        display: 'Generalized anxiety disorder 7 item (GAD-7) total score [Reported.PHQ]',
      },
    },
  },
};

export const loincOf = (instrumentUrl: string): LoincCodes | undefined => codes[instrumentUrl];
