const hl7 = 'http://hl7.org/fhir/StructureDefinition/';
const sdc = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/';
const attune = 'https://attune.example/fhir/StructureDefinition/';

/** The extensions that mean something here. */
export const urls = {
  ordinalValue: `${hl7}ordinalValue`,
  itemWeight: `${hl7}itemWeight`,
  translation: `${hl7}translation`,
  variable: `${hl7}variable`,
  itemControl: `${hl7}questionnaire-itemControl`,
  hidden: `${hl7}questionnaire-hidden`,
  minValue: `${hl7}minValue`,
  maxValue: `${hl7}maxValue`,
  step: `${hl7}questionnaire-sliderStepValue`,
  decimals: `${hl7}maxDecimalPlaces`,
  minLength: `${hl7}minLength`,
  minOccurs: `${hl7}questionnaire-minOccurs`,
  maxOccurs: `${hl7}questionnaire-maxOccurs`,
  unit: `${hl7}questionnaire-unit`,
  unitOption: `${hl7}questionnaire-unitOption`,
  calculated: `${sdc}sdc-questionnaire-calculatedExpression`,
  scale: `${attune}scale`,
  psychometrics: `${attune}psychometrics`,
  reversed: `${attune}reversed`,
  risk: `${attune}risk`,
  validated: `${attune}validated`,
  licence: `${attune}licence`,
} as const;

const unsupportedBySdc: Readonly<Record<string, string>> = {
  'sdc-questionnaire-questionnaireAdaptive': 'Adaptive questionnaires are not supported.',
  'sdc-questionnaire-adaptive': 'Adaptive questionnaires are not supported.',
  'sdc-questionnaire-enableWhenExpression': 'enableWhenExpression is not supported: use enableWhen.',
  'sdc-questionnaire-answerExpression': 'answerExpression is not supported: list the options.',
  'sdc-questionnaire-candidateExpression': 'candidateExpression is not supported.',
  'sdc-questionnaire-answerOptionsToggleExpression': 'answerOptionsToggleExpression is not supported.',
  'sdc-questionnaire-initialExpression':
    'initialExpression is not supported: nothing is filled in from records.',
  'sdc-questionnaire-contextExpression': 'contextExpression is not supported.',
  'sdc-questionnaire-subQuestionnaire': 'Modular questionnaires are not supported: assemble it first.',
  'sdc-questionnaire-lookupQuestionnaire': 'lookupQuestionnaire is not supported.',
};

const unsupportedByHl7: Readonly<Record<string, string>> = {
  'cqf-library': 'CQL libraries are not supported.',
  'cqf-expression': 'Text that is computed (cqf-expression) is not supported.',
  regex: 'Patterns (regex) are not supported: say in the text how to answer.',
  'questionnaire-constraint': 'Constraints between answers are not supported.',
  'questionnaire-referenceResource': 'Items that refer to other resources are not supported.',
};

/** Why an extension keeps a questionnaire out, or undefined where it may stay. */
export function unsupportedExtension(url: string): string | undefined {
  if (url.startsWith(sdc)) return unsupportedBySdc[url.slice(sdc.length)];
  if (url.startsWith(hl7)) return unsupportedByHl7[url.slice(hl7.length)];
  return undefined;
}
