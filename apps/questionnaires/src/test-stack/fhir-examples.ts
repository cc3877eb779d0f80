const ordinal = 'http://hl7.org/fhir/StructureDefinition/ordinalValue';
const itemWeight = 'http://hl7.org/fhir/StructureDefinition/itemWeight';
export const calculated =
  'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression';
const hl7 = 'http://hl7.org/fhir/StructureDefinition/';
const attune = 'https://attune.example/fhir/StructureDefinition/';

export type Json = Record<string, unknown>;

/** Four answers with weights from 0 on, each with a code. */
export const options = (weightUrl = ordinal) =>
  ['Never', 'Sometimes', 'Often', 'Always'].map((display, weight) => ({
    extension: [{ url: weightUrl, valueDecimal: weight }],
    valueCoding: { system: 'https://example.org/often', code: `often-${weight}`, display },
  }));

export const choice = (linkId: string, more: Json = {}): Json => ({
  ...{ linkId, type: 'choice', text: `How often ${linkId}?`, answerOption: options() },
  ...more,
});

export const expression = (text: string) => ({
  url: calculated,
  valueExpression: { language: 'text/fhirpath', expression: text },
});
export const variable = (name: string, text: string) => ({
  url: `${hl7}variable`,
  valueExpression: { name, language: 'text/fhirpath', expression: text },
});
export const score = (text: string, more: Json = {}): Json => ({
  ...{ linkId: 'score', type: 'decimal', text: 'Score', readOnly: true, extension: [expression(text)] },
  ...more,
});

/** Attune's own extension: what a scale is made of. */
export const scale = (parts: Json, items: readonly string[] = [], bands: readonly Json[] = []): Json => ({
  url: `${attune}scale`,
  extension: [
    ...Object.entries(parts).map(([url, value]) => ({ url, ...typed(value) })),
    ...items.map((valueString) => ({ url: 'item', valueString })),
    ...bands.map((band) => ({
      url: 'band',
      extension: Object.entries(band).map(([url, value]) => ({ url, ...typed(value) })),
    })),
  ],
});
const typed = (value: unknown) => {
  if (typeof value === 'number') return { valueDecimal: value };
  return typeof value === 'boolean' ? { valueBoolean: value } : { valueString: value };
};

let count = 0;
export const questionnaire = (item: readonly Json[], more: Json = {}): Json => ({
  resourceType: 'Questionnaire',
  url: `https://clinic.example/fhir/Questionnaire/mine-${(count += 1)}-${process.pid}`,
  ...{ version: '1', title: 'Mine', status: 'active', item },
  ...more,
});

/** An item of each type that a form can show. */
export const everyType = (): Json[] => [
  { linkId: 'd', type: 'display', text: 'Please read this.' },
  {
    ...{ linkId: 'g', type: 'group', text: 'About you' },
    item: [
      { linkId: 'g.1', type: 'string', text: 'What do you call it?', initial: [{ valueString: 'It' }] },
      {
        ...{ linkId: 'g.2', type: 'group', text: 'More' },
        item: [{ linkId: 'g.2.1', type: 'text', text: 'Tell us more.', required: true }],
      },
    ],
  },
  { linkId: 'b', type: 'boolean', text: 'Is it so?' },
  {
    linkId: 'i',
    type: 'integer',
    text: 'How many?',
    extension: [{ url: `${hl7}minValue`, valueInteger: 0 }],
  },
  { linkId: 'n', type: 'decimal', text: 'How much?' },
  {
    ...{ linkId: 'q', type: 'quantity', text: 'How heavy?' },
    extension: [{ url: `${hl7}questionnaire-unit`, valueCoding: { code: 'kg', display: 'kg' } }],
  },
  { linkId: 'date', type: 'date', text: 'Which day?' },
  { linkId: 'instant', type: 'dateTime', text: 'When?' },
  { linkId: 'time', type: 'time', text: 'What time?' },
  choice('c'),
  choice('o', { type: 'open-choice' }),
  choice('many', { repeats: true }),
  {
    ...{ linkId: 'line', type: 'integer', text: 'How was it?' },
    extension: [
      {
        url: `${hl7}questionnaire-itemControl`,
        valueCodeableConcept: { coding: [{ code: 'slider' }] },
      },
      { url: `${hl7}minValue`, valueInteger: 0 },
      { url: `${hl7}maxValue`, valueInteger: 10 },
      { url: `${hl7}questionnaire-sliderStepValue`, valueInteger: 1 },
    ],
    item: ['lower', 'upper'].map((code) => ({
      ...{ linkId: `line-${code}`, type: 'display', text: code },
      extension: [{ url: `${hl7}questionnaire-itemControl`, valueCodeableConcept: { coding: [{ code }] } }],
    })),
  },
];

export const weightUrls = { ordinal, itemWeight };
