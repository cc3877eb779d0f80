import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { personRegistered, riskFlagged, riskWithdrawn } from '@attune/contracts';
import { careOf, eventually, inDays, totalOf } from '@attune/testing';
import { alertingService, someone, type AlertingService } from '../../test-stack/alerting-service.ts';

let service: AlertingService;
beforeAll(async () => {
  service = await alertingService({ broker: true });
}, 90_000);
afterAll(() => service.stop());

const phq9 = { url: 'https://attune.example/instruments/phq-9', version: '1.1.0' };
function risk(clientId: string, days = 0) {
  const responseId = randomUUID();
  const answeredAt = inDays(-days);
  const envelope = { key: clientId, subject: responseId, time: new Date() };
  const about = { responseId, clientId };
  return {
    flagged: riskFlagged.event({
      ...envelope,
      data: { ...about, instrument: phq9, items: ['phq9-9'], answeredAt, submittedAt: answeredAt },
    }),
    withdrawn: riskWithdrawn.event({
      ...envelope,
      data: { ...about, withdrawnAt: new Date().toISOString() },
    }),
  };
}
async function happens(...events: Parameters<AlertingService['publish']>) {
  await service.publish(...events);
  await service.settled();
}

it('a risk is an alert of its own beside the one about the alliance, for the therapist, at once', async () => {
  const [client, therapist] = [randomUUID(), someone('therapist')];
  await happens(careOf(client, { staffId: therapist.person, from: inDays(-9) }).begins);
  await happens(totalOf(client, 30).scored, risk(client).flagged);
  const alerts = await service.alertsOf(client);
  expect(alerts.map(({ concern }) => concern).sort()).toEqual(['alliance', 'safety']);
  const safety = alerts.find(({ concern }) => concern === 'safety')!;
  expect(safety).toMatchObject({ severity: 'high', status: 'open', recipientId: therapist.person });
  expect(safety.explanation).toContain('contact the client today');
});

it('a risk that is withdrawn closes its alert, and history raises none', async () => {
  const client = randomUUID();
  const flagged = risk(client);
  await happens(flagged.flagged, risk(client, 30).flagged);
  expect(await service.alertsOf(client)).toHaveLength(1);
  await happens(flagged.withdrawn);
  expect((await service.alertsOf(client))[0]).toMatchObject({ status: 'resolved', outcome: 'withdrawn' });
});

it('a safety alert that nobody would get goes to the clinic lead, who answers it, until somebody treats the client', async () => {
  const [client, other] = [randomUUID(), randomUUID()];
  const [lead, therapist] = [someone('clinic-lead'), someone('therapist')];
  await happens(risk(client).flagged, risk(other).flagged);
  const safetyOf = async (id: string) => (await service.alertsOf(id))[0]!;
  expect((await safetyOf(client)).recipientId).toBeNull();
  const data = {
    ...{
      personId: lead.person,
      kind: 'staff' as const,
      name: 'A Lead',
      zone: 'Europe/Berlin',
      language: 'en',
    },
    ...{ email: null, phone: null, roles: ['clinic-lead' as const], subject: null },
    consent: { email: false, sms: false },
  };
  await happens(personRegistered.event({ key: lead.person, subject: lead.person, time: new Date(), data }));
  const { alertId } = await eventually(
    () => safetyOf(client),
    ({ recipientId }) => recipientId === lead.person,
  );
  const body = { outcome: 'discussed', note: 'Called the client.' };
  const stranger = someone('clinic-lead');
  const resolve = (as: typeof lead) => service.post(`/alerts/${alertId}/resolve`, { as, match: '*', body });
  expect((await resolve(stranger)).status).toBe(403);
  const resolved = await resolve(lead);
  expect([resolved.status, resolved.body]).toMatchObject([
    200,
    { status: 'resolved', notes: [{ text: body.note }] },
  ]);
  // A pin that is lifted leaves it with the lead again, never with nobody.
  await service.know(therapist.person, 'staff', 'Sample Therapist', ['therapist']);
  const pin = async (to: string | null) =>
    service.post(`/alerts/${(await safetyOf(other)).alertId}/reassign`, {
      ...{ as: someone('operations'), match: '*', body: { recipientId: to } },
    });
  expect((await pin(therapist.person)).body).toMatchObject({ recipientId: therapist.person, pinned: true });
  expect((await pin(null)).body).toMatchObject({ recipientId: lead.person, pinned: false });
  await happens(careOf(other, { staffId: therapist.person, from: inDays(-1) }).begins);
  expect((await safetyOf(other)).recipientId).toBe(therapist.person);
});

it('another answer about harm opens the alert again, whoever has it in hand', async () => {
  const [client, therapist] = [randomUUID(), someone('therapist')];
  await happens(careOf(client, { staffId: therapist.person, from: inDays(-9) }).begins);
  await happens(risk(client, 1).flagged);
  const first = (await service.alertsOf(client))[0]!;
  await service.post(`/alerts/${first.alertId}/start`, { as: therapist, match: '*' });
  const taken = (await service.alertsOf(client))[0]!;
  expect(taken).toMatchObject({ status: 'in-progress', acknowledgeBy: null });
  expect(Date.parse(taken.acknowledgedAt!)).toBeLessThanOrEqual(Date.now());
  await happens(risk(client).flagged);
  const again = (await service.alertsOf(client))[0]!;
  expect(again).toMatchObject({ alertId: first.alertId, status: 'open', acknowledgedAt: null });
  expect(Date.parse(again.acknowledgeBy!)).toBeGreaterThan(Date.now());
});
