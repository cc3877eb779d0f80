import type { Transaction } from '@attune/platform';
import { statusOf } from '../domain/request.ts';
import { openLink, type OpenedRequest } from '../store/link.store.ts';
import { hashOf, linkRefused, linkUnknown } from './link-token.ts';

/** The request behind a link, as long as it can be answered. @throws Problem 404 or 410, which says why not */
export async function openRequest(tx: Transaction, token: string, now: Date): Promise<OpenedRequest> {
  const request = await openLink(tx, hashOf(token));
  if (!request) throw linkUnknown();
  const status = statusOf(request, now);
  if (status !== 'open') throw linkRefused(status);
  return request;
}
