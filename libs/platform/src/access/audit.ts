import type { AuditedAction } from '@attune/contracts';
import type { Transaction } from '../database/transaction.ts';
import type { Person } from './person.ts';

export interface AuditEntry {
  readonly person: Pick<Person, 'id' | 'roles'> | null;
  readonly action: AuditedAction;
  readonly clientIds: readonly string[];
  /** The id of the thing it was done to. */
  readonly subject?: string | null;
  readonly at: Date;
}

/** Writes down who read or changed what, in the transaction that does it: neither exists without the other. */
export function audit(tx: Transaction, { person, action, clientIds, subject, at }: AuditEntry): void {
  tx.send(
    'INSERT INTO audit_entry (person_id, roles, action, client_ids, subject, at) VALUES ($1, $2, $3, $4, $5, $6)',
    [person?.id ?? null, person?.roles ?? [], action, clientIds, subject ?? null, at],
  );
}
