import { Problem, type Transaction } from '@attune/platform';
import { statusOf, type RequestStatus } from '../domain/request.ts';
import { openLink, type OpenedRequest } from '../store/link.store.ts';
import { readCrisisTexts } from './crisis-texts.ts';
import { hashOf } from './link-token.ts';

/** The request behind a link, as long as it can be answered. @throws Problem 404 or 410, which says why not */
export async function openRequest(tx: Transaction, token: string, now: Date): Promise<OpenedRequest> {
  const request = await openLink(tx, hashOf(token));
  if (!request) throw await linkRefused(tx, 'unknown');
  const status = statusOf(request, now);
  if (status !== 'open') throw await linkRefused(tx, status);
  return request;
}

const refusals = {
  unknown: [404, 'link-unknown', 'This link opens nothing here. Ask your therapist for a new one.'],
  answered: [410, 'link-used', 'This questionnaire has been answered already. Thank you.'],
  revoked: [
    410,
    'link-revoked',
    'This questionnaire was taken back. Ask your therapist if that surprises you.',
  ],
  expired: [410, 'link-expired', 'The time to answer is over. Ask your therapist for a new link.'],
} as const;

/** Why a link opens nothing. Whoever wanted to tell of danger here still hears whom to call. */
export async function linkRefused(
  tx: Transaction,
  why: Exclude<RequestStatus, 'open'> | 'unknown',
): Promise<Problem> {
  const [status, code, detail] = refusals[why];
  return new Problem(status, code, detail, { members: { crisis: await readCrisisTexts(tx) } });
}
