import { LocalError } from '@attune/local';
import type { Api } from '../api/api-client.ts';

interface Case {
  readonly clientId: string;
  readonly name: string;
  readonly nextSession: string | null;
  readonly openAlerts: { readonly count: number };
}

/** One of the therapist's own clients, in treatment and so far without an alert where there is one. */
export async function chooseClient(api: Api): Promise<string> {
  const { items } = await api.get<{ items: Case[] }>('/api/caseload/clients?limit=100&sort=name');
  const calm = items.find((each) => each.openAlerts.count === 0 && each.nextSession !== null);
  const chosen = calm ?? items[0];
  if (!chosen)
    throw new LocalError(
      'The therapist has no clients: run npm run reset, then npm start, for the demo data.',
    );
  return chosen.clientId;
}
