import { beforeAll, describe, expect, it } from '@jest/globals';
import { publicTopics } from '@attune/local';
import { call, until } from './platform/api.ts';
import { answer, ask, personOf } from './platform/clients.ts';
import { logsOf, lookedInto, metricsOf, type SeenSpan, spansOf } from './platform/looking-in.ts';
import type { PlatformInUse } from './platform/running-platform.ts';
import { sharedPlatform } from './platform/shared-platform.ts';
import { wholeTopic } from './platform/topics.ts';

const mark = `zyxquorn${Date.now().toString(36)}`;
/** Every planted request belongs to this one trace, so that its spans can be asked for. */
const trace = crypto.randomUUID().replaceAll('-', '');
const headers = { traceparent: `00-${trace}-00f067aa0ba902b7-01` };

let platform: PlatformInUse;
let link = '';

interface Alert {
  readonly alertId: string;
  readonly clientId: string;
  readonly version: number;
}

/** Says the mark wherever a person may write something, and where they may not but might. */
async function plant(): Promise<void> {
  const [operations, therapist] = [await platform.token('operations'), await platform.token('therapist')];
  const api = (path: string) => `${platform.origin}/api/${path}`;
  const send = <Body>(path: string, token: string, body?: unknown, more = {}) =>
    call<Body>(api(path), {
      token,
      headers: { ...headers, ...more },
      ...(body !== undefined && { method: 'POST', body }),
    });
  const person = { kind: 'client', name: `${mark} Name`, zone: 'Europe/Berlin' };
  const contact = { email: `${mark}@example.org`, phone: `+49 ${mark}` };
  const registered = await send<{ personId: string }>('scheduling/people', operations, {
    ...person,
    ...contact,
  });
  expect(registered.status).toBe(201);
  const clientId = registered.body.personId;
  const from = new Date(Date.now() - 3_600_000).toISOString();
  const care = { clientId, staffId: personOf(therapist), kind: 'primary', from };
  expect((await send('scheduling/care-relationships', operations, care)).status).toBe(201);

  link = await until(() => ask(platform, operations, clientId));
  const form = { link, headers, method: 'POST' };
  const wrong = { answers: [{ linkId: mark, value: mark }] };
  expect((await call(api('questionnaires/check-in/responses'), { ...form, body: wrong })).status).toBe(400);
  const draft = { answers: [{ linkId: mark, value: null, text: `${mark} on its way`, writtenAt: 1 }] };
  const save = { ...form, method: 'PUT', body: draft };
  expect((await call(api('questionnaires/check-in/answers'), save)).status).toBe(400);
  const responseId = await answer(platform, link, 1, headers);

  const alert = await until(async () => {
    const { body } = await send<{ items: Alert[] }>('alerting/alerts?limit=100', therapist);
    return body.items.find((each) => each.clientId === clientId);
  });
  const note = { outcome: 'discussed', note: `${mark} wrote this note` };
  const path = `alerting/alerts/${alert.alertId}/resolve`;
  const resolved = await send(path, therapist, note, { 'if-match': `"${alert.version}"` });
  expect(resolved.status).toBe(200);
  const reason = `it was ${mark} who answered`;
  expect((await send(`questionnaires/responses/${responseId}/void`, therapist, { reason })).status).toBe(200);

  await send(`caseload/clients?search=${mark}`, operations);
  await send(`scheduling/people/${mark}`, operations);
  await send('scheduling/people', operations, { kind: mark, name: mark });
  await call(api('questionnaires/check-in'), { link: mark, headers });
}

beforeAll(async () => {
  platform = await sharedPlatform();
  await plant();
}, 360_000);

const expectNothingIn = (text: string) => {
  expect(text.toLowerCase()).not.toContain(mark);
  expect(text).not.toContain(link);
};

describe('names, contacts, notes, reasons and links', () => {
  it('are found where they belong, so the search can find them', async () => {
    expect((await wholeTopic(platform, 'attune.internal.people', 'attune-admin')).toLowerCase()).toContain(
      mark,
    );
    const operations = await platform.token('operations');
    const url = `${platform.origin}/api/caseload/clients?search=${mark}`;
    await until(
      async () => (await call<{ items: unknown[] }>(url, { token: operations })).body.items.length === 1,
    );
  }, 60_000);

  it('are in no log', () => {
    const logs = logsOf(platform);
    expect(logs).toContain('"msg":"listening"');
    expectNothingIn(logs);
  });

  it('are in no metric', async () => {
    const metrics = await metricsOf(platform);
    expect(metrics).toContain('attune_submit_to_commit');
    expectNothingIn(metrics);
  });

  it('are in no trace of any service', async () => {
    const all = await until(async () => {
      const spans: SeenSpan[] = await spansOf(platform, trace);
      return lookedInto.every((name) => spans.some(({ service }) => service === name)) && spans;
    });
    expect(all.length).toBeGreaterThan(20);
    expectNothingIn(JSON.stringify(all));
  }, 60_000);

  it.each(publicTopics)(
    'are nowhere in %s',
    async (topic) => {
      const everything = await wholeTopic(platform, topic, 'integrator');
      expect(everything).toContain('ce_type');
      expectNothingIn(everything);
      // Neither is what people are called in the demo data.
      expect(everything).not.toMatch(/Lindqvist|@example/);
    },
    90_000,
  );
});
