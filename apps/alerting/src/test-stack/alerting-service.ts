import { randomUUID } from 'node:crypto';
import type { Role } from '@attune/platform';
import { startService, type Caller } from '@attune/testing';
import { AlertingModule } from '../alerting.module.ts';
import { RecordScores } from '../features/record-scores/record-scores.handler.ts';

export const alliance = {
  url: 'https://attune.example/instruments/attune-alliance-check-in',
  version: '1.0.0',
};
export const someone = (...roles: Role[]): Caller => ({ person: randomUUID(), roles });

/** The whole service without a broker, with clients in care and alerts about them. */
export async function alertingService() {
  const service = await startService({ name: 'alerting', module: AlertingModule });
  const { database, db, app, care } = service;
  const know = (personId: string, kind: 'client' | 'staff', name: string, roles: readonly string[] = []) =>
    database.query('INSERT INTO person VALUES ($1, $2, $3, $4)', [personId, kind, name, roles]);
  return {
    ...service,
    know,
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
