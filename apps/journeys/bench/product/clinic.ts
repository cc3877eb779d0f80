import { demoStaff } from '@attune/local';
import { call, until } from '../../src/platform/api.ts';
import type { AttachedPlatform } from '../running-platform.ts';

export interface Clinic {
  readonly clientIds: readonly string[];
  readonly therapistIds: readonly string[];
  readonly operations: string;
}

const therapistCount = 8;
const chunk = 400;

/** Clients of their own for this run, spread over a few of the demo clinic's therapists, by the import door. */
export async function addClinic(platform: AttachedPlatform, clients: number): Promise<Clinic> {
  const person = demoStaff.find(({ roles }) => roles.includes('operations'))?.personId ?? '';
  const operations = await platform.token({ person, roles: ['operations'] });
  const therapists = demoStaff.filter(({ roles }) => roles.includes('therapist')).slice(0, therapistCount);
  const therapistIds = therapists.map(({ personId }) => personId);
  const clientIds = Array.from({ length: clients }, () => crypto.randomUUID());
  const people = clientIds.map((personId, i) => ({
    ...{ personId, kind: 'client', name: `Bench ${i + 1}`, zone: 'Europe/Berlin', language: 'en' },
    ...{ email: null, phone: null, roles: [], subject: null, consent: { email: false, sms: false } },
  }));
  const from = new Date(Date.now() - 3_600_000).toISOString();
  const careRelationships = clientIds.map((clientId, i) => ({
    careRelationshipId: crypto.randomUUID(),
    clientId,
    staffId: therapistIds[i % therapistIds.length],
    kind: 'primary',
    from,
    to: null,
  }));
  const url = `${platform.origin}/api/scheduling/imports`;
  for (let at = 0; at < clients; at += chunk) {
    for (const body of [
      { people: people.slice(at, at + chunk) },
      { careRelationships: careRelationships.slice(at, at + chunk) },
    ]) {
      const { status } = await call(url, { token: operations, method: 'POST', body });
      if (status !== 200) throw new Error(`the import was answered ${status}`);
    }
  }
  return { clientIds, therapistIds, operations };
}

/** The open alert of each of the clients, once all of them have one. */
export async function openAlerts({ origin }: AttachedPlatform, { clientIds, operations }: Clinic) {
  const ours = new Set(clientIds);
  return until(async () => {
    const clientOf = new Map<string, string>();
    let cursor: string | null = null;
    do {
      const query: string = cursor === null ? '' : `&cursor=${cursor}`;
      const page = await call<{ items: { alertId: string; clientId: string }[]; next: string | null }>(
        `${origin}/api/alerting/alerts?status=open&limit=100${query}`,
        { token: operations },
      );
      for (const { alertId, clientId } of page.body.items)
        if (ours.has(clientId)) clientOf.set(alertId, clientId);
      cursor = page.body.next;
    } while (cursor !== null);
    return clientOf.size >= ours.size && clientOf;
  }, 60_000);
}
