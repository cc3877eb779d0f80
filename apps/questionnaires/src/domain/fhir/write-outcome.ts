import type { Mismatch } from '../mismatch.ts';

/** How an entry of a Bundle ended. */
export interface EntryOutcome {
  readonly status: number;
  /** Where it is to be had from now on. */
  readonly location?: string | undefined;
  readonly severity: 'error' | 'information';
  /** A code of FHIR's issue types. */
  readonly code: string;
  readonly detail: string;
  readonly issues: readonly Mismatch[];
}

const phrases: Readonly<Record<number, string>> = {
  200: 'OK',
  201: 'Created',
  400: 'Bad Request',
  403: 'Forbidden',
  409: 'Conflict',
};

/** An entry of the answer: its status, and an OperationOutcome where there is something to say. */
export const writeEntry = ({ status, location, severity, code, detail, issues }: EntryOutcome) => ({
  response: {
    status: `${status} ${phrases[status] ?? ''}`.trim(),
    ...(location !== undefined && { location }),
    ...((severity === 'error' || issues.length > 0) && {
      outcome: {
        resourceType: 'OperationOutcome',
        issue: (issues.length > 0 ? issues : [{ pointer: '', detail }]).map((issue) => ({
          ...{ severity, code, details: { text: issue.detail } },
          // A JSON pointer into the resource, as in every other answer of this API.
          ...(issue.pointer !== '' && { diagnostics: issue.pointer }),
        })),
      },
    }),
  },
});

export const writeBundle = (
  type: 'transaction-response' | 'batch-response',
  outcomes: readonly EntryOutcome[],
) => ({ resourceType: 'Bundle', type, entry: outcomes.map(writeEntry) });
