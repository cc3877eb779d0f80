import { randomUUID } from 'node:crypto';
import type { Role } from '@attune/platform';
import { append } from '@attune/messaging';
import { startService, type Caller } from '@attune/testing';
import { AlertingModule } from '../alerting.module.ts';
import type { AlertView } from '../features/alert-view.ts';
import { KeepRuleSets } from '../features/keep-rule-sets/keep-rule-sets.handler.ts';
import { RecordScores } from '../features/record-scores/record-scores.handler.ts';
import { plainRules } from './plain-rules.ts';

export const alliance = {
  url: 'https://attune.example/instruments/attune-alliance-check-in',
  version: '1.0.0',
};
export const someone = (...roles: Role[]): Caller => ({ person: randomUUID(), roles });

/**
 * The whole service, with clients in care and alerts about them; without a broker unless it is asked for, and by plain
 * rules unless those that ship are.
 */
export async function alertingService({ broker = false, shippedRules = false } = {}) {
  const service = await startService({ name: 'alerting', module: AlertingModule, broker });
  const { database, db, app, care } = service;
  if (!shippedRules) {
    await db.asWorker(async (tx) => {
      await app.get(KeepRuleSets).publish(tx, plainRules, null);
      await app.get(KeepRuleSets).activate(tx, plainRules, null);
    });
  }
  const know = (personId: string, kind: 'client' | 'staff', name: string, roles: readonly string[] = []) =>
    database.query('INSERT INTO person VALUES ($1, $2, $3, $4)', [personId, kind, name, roles]);
  return {
    ...service,
    know,
    settled: () => service.settled('attune.public.alerts', 'attune.public.rule-sets'),
    /** This service's own outbox stands in for those of others: relay, broker and inbox are the real ones. */
    publish: (...events: Parameters<typeof append>[1][]) => db.asWorker((tx) => append(tx, ...events)),
    /** Alerts wait for weeks before they go up: for tests about something else. */
    async patience() {
      const as = someone('clinic-lead');
      const { version: _version, ...policy } = (await service.get('/policy', { as })).body;
      const acknowledgeWithinHours = { high: 200, medium: 200, low: 200, safety: 200 };
      await service.put('/policy', { as, match: '*', body: { ...policy, acknowledgeWithinHours } });
    },
    /** The alerts about a client as operations see them, the newest first. */
    async alertsOf(client: string): Promise<AlertView[]> {
      return (await service.get(`/alerts?clientId=${client}`, { as: someone('operations') })).body.items;
    },
    /** A client in treatment with a therapist, under a supervisor. */
    async treated() {
      const [client, therapist, supervisor] = [randomUUID(), someone('therapist'), someone('supervisor')];
      await know(client, 'client', 'Sample Client');
      await know(therapist.person, 'staff', 'Sample Therapist', ['therapist']);
      await care(client, therapist.person, 'primary');
      await care(client, supervisor.person, 'supervisor');
      return { client, therapist, supervisor };
    },
    /** Takes in an alliance total that is low enough, and gives the alert that it raises. */
    async alertAbout(clientId: string, value = 30): Promise<string> {
      const at = new Date();
      const point = { responseId: randomUUID(), instrument: alliance, scale: 'total', value };
      const facts = await db.asWorker((tx) =>
        app
          .get(RecordScores)
          .scored(tx, clientId, alliance.url, [{ ...point, answeredAt: at, submittedAt: at }]),
      );
      return facts[0]!.alert.alertId;
    },
  };
}
export type AlertingService = Awaited<ReturnType<typeof alertingService>>;
