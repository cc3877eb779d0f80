import { loincOf, type ScaleScore } from '@attune/clinical';
import { v5 as idFrom } from 'uuid';
import type { StandingScore } from './score.ts';

export type Resource = Record<string, unknown>;

const loinc = 'http://loinc.org';
const category = {
  coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'survey' }],
};
/** A score has no unit; UCUM's way to say so names what is counted. */
const unit = { unit: '{score}', system: 'http://unitsofmeasure.org', code: '{score}' };

/**
 * Every scale of these scores as a FHIR R4 Observation; one that could not be scored says so instead of a value.
 * @param next where the search goes on; how many there are in all is only said where these are all
 */
export function writeObservations(
  scores: readonly StandingScore[],
  { isWhole, next }: { readonly isWhole: boolean; readonly next: string | null },
): Resource {
  const entry = scores.flatMap((score) =>
    score.scales.map((scale) => ({
      fullUrl: `https://attune.example/fhir/Observation/${idOf(score, scale)}`,
      resource: observation(score, scale),
    })),
  );
  return {
    ...{ resourceType: 'Bundle', type: 'searchset' },
    ...(isWhole && { total: entry.length }),
    ...(next !== null && { link: [{ relation: 'next', url: next }] }),
    // FHIR knows no empty lists.
    ...(entry.length > 0 && { entry }),
  };
}

const longestId = 64;

/** FHIR's ids are short: where a scale's name does not fit behind its score's id, one is made from both. */
function idOf({ scoreId }: StandingScore, { scale }: ScaleScore): string {
  const id = `${scoreId}.${scale}`;
  return id.length <= longestId ? id : idFrom(scale, scoreId);
}

function observation(score: StandingScore, scale: ScaleScore): Resource {
  const { responseId, clientId, instrument, answeredAt, submittedAt, correctedAt } = score;
  const known = loincOf(instrument.url)?.scores[scale.scale];
  const own = { system: `${instrument.url}/scales`, version: instrument.version, code: scale.scale };
  return {
    resourceType: 'Observation',
    id: idOf(score, scale),
    status: correctedAt === null ? 'final' : 'corrected',
    category: [category],
    code: { coding: [...(known ? [{ system: loinc, ...known }] : []), own] },
    subject: { reference: `Patient/${clientId}` },
    effectiveDateTime: answeredAt,
    issued: correctedAt ?? submittedAt,
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
