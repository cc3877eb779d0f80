import { z } from 'zod';

export const fhirJson = 'application/fhir+json; fhirVersion=4.0; charset=utf-8';

/** FHIR describes its resources itself: here only which one it is. */
export const fhirResource = (resourceType: string) =>
  z.record(z.string(), z.unknown()).describe(`A FHIR R4 ${resourceType}`);
