import { notPermitted, type Person, type Transaction } from '@attune/platform';
import { treats } from '../store/treats.store.ts';

/** For a client whom the person may see. @throws Problem 403 for those who only supervise the client's care */
export async function requireActing(tx: Transaction, person: Person, clientId: string): Promise<void> {
  if (person.roles.includes('operations') || (await treats(tx, clientId))) return;
  throw notPermitted('This is for those who treat the client, or for operations.');
}
