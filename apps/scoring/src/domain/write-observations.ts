import { loincOf, type ScaleScore } from '@attune/clinical';
import type { Score } from './score.ts';

export type Resource = Record<string, unknown>;

const loinc = 'http://loinc.org';
const category = {
  coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'survey' }],
};
/** A score has no unit; UCUM's way to say so names what is counted. */
const unit = { unit: '{score}', system: 'http://unitsofmeasure.org', code: '{score}' };

/** Every scale of a score as a FHIR R4 Observation; one that could not be scored says so instead of a value. */
export const writeObservations = (score: Score): Resource => ({
  resourceType: 'Bundle',
  type: 'searchset',
  total: score.scales.length,
  entry: score.scales.map((scale) => ({
    fullUrl: `https://attune.example/fhir/Observation/${idOf(score, scale)}`,
    resource: observation(score, scale),
  })),
});

/** FHIR's ids are short; a scale has a name of its own inside of its score. */
const idOf = ({ scoreId }: Score, { scale }: ScaleScore) => `${scoreId}.${scale}`.slice(0, 64);

function observation(score: Score, scale: ScaleScore): Resource {
  const { responseId, clientId, instrument, answeredAt, submittedAt } = score;
  const known = loincOf(instrument.url)?.scores[scale.scale];
  const own = { system: `${instrument.url}/scales`, version: instrument.version, code: scale.scale };
  return {
    resourceType: 'Observation',
    id: idOf(score, scale),
    status: 'final',
    category: [category],
    code: { coding: [...(known ? [{ system: loinc, ...known }] : []), own] },
    subject: { reference: `Patient/${clientId}` },
    effectiveDateTime: answeredAt,
    issued: submittedAt,
    derivedFrom: [{ reference: `QuestionnaireResponse/${responseId}` }],
    ...(scale.value === null ? absent : { valueQuantity: { value: scale.value, ...unit } }),
    ...(scale.band !== null && { interpretation: [{ text: scale.band }] }),
  };
}

const absent = {
  dataAbsentReason: {
    coding: [{ system: 'http://terminology.hl7.org/CodeSystem/data-absent-reason', code: 'unknown' }],
    text: 'Too many items have no answer, or the scoring expression gives no score in range for these.',
  },
};
