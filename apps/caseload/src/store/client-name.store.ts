import type { Transaction } from '@attune/platform';
import { searchText } from '../domain/search-text.ts';

export async function saveClientName(tx: Transaction, clientId: string, name: string): Promise<void> {
  const text = searchText(name);
  await tx.query(
    `WITH words AS (
       INSERT INTO client_words (client_id, words)
       VALUES ($1, array_to_tsvector(array_remove(string_to_array($3, ' '), '')))
       ON CONFLICT (client_id) DO UPDATE SET words = excluded.words
     )
     INSERT INTO client_entry (client_id, name, sort_name) VALUES ($1, $2, $3)
     ON CONFLICT (client_id) DO UPDATE SET name = excluded.name, sort_name = excluded.sort_name`,
    [clientId, name, text],
  );
}

/** Takes a client's name out of the row and out of the search; the course stays under the id. */
export async function forgetClientName(tx: Transaction, clientId: string): Promise<void> {
  await tx.query(
    `WITH words AS (DELETE FROM client_words WHERE client_id = $1)
     UPDATE client_entry SET name = NULL, sort_name = '' WHERE client_id = $1`,
    [clientId],
  );
}
