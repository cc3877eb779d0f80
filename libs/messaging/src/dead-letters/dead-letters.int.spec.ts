import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { type Bench, startBench, withdrawn } from '../test-bench/bench.ts';
import { eventually } from '@attune/testing';

jest.setTimeout(30_000);
let bench: Bench;
const admin = { person: randomUUID(), roles: ['admin'] };
beforeAll(async () => {
  bench = await startBench();
});
afterAll(() => bench.stop());

interface Letter {
  readonly id: string;
  readonly key: string;
  readonly sequence: number;
  readonly kind: string;
}

async function call(method: 'GET' | 'POST', path: string, body?: object, who = admin) {
  const headers = await bench.issuer.authorization(who);
  const url = `/api/scoring/dead-letters${path}`;
  const reply = await bench.app.inject({ method, url, headers, ...(body && { payload: body }) });
  return { status: reply.statusCode, body: reply.json<Record<string, unknown>>() };
}
const sequences = async (key: string) => (await bench.effects(key)).map(({ sequence }) => sequence);

/** Three events of a key of which the first is poison until it is cured. */
async function poisoned() {
  const [key, ids] = [randomUUID(), [randomUUID(), randomUUID(), randomUUID()]];
  const state = { cured: false };
  bench.twists.set(ids[0] ?? '', () => {
    if (!state.cured) throw new Error('no');
  });
  await bench.append(...ids.map((id) => withdrawn(key, id)));
  const parked = await eventually(
    () => bench.parked(key),
    ({ length }) => length === 3,
  );
  return { key, ids, state, head: parked[0]?.id ?? '', second: parked[1]?.id ?? '' };
}

test('a retry that still fails counts, and one after the cure sets the whole key going', async () => {
  const { key, head, state } = await poisoned();
  expect(await call('POST', `/${head}/retry`, {})).toEqual({ status: 200, body: { resolved: false } });
  const shown = await call('GET', `/${head}`);
  expect(shown.body).toMatchObject({ id: head, key, sequence: 1, kind: 'poison', attempts: 2 });
  state.cured = true;
  expect(await call('POST', `/${head}/retry`, {})).toEqual({ status: 200, body: { resolved: true } });
  expect(await sequences(key)).toEqual([1, 2, 3]);
  expect((await call('GET', `/${head}`)).status).toBe(404);
});

test('a skip leaves one event out, with its reason, and what waited goes on', async () => {
  const { key, head } = await poisoned();
  expect((await call('POST', `/${head}/skip`, { reason: 'x' })).status).toBe(400);
  expect((await call('POST', `/${head}/skip`, { reason: 'sent by a test' })).body).toEqual({
    resolved: true,
  });
  expect(await sequences(key)).toEqual([2, 3]);
  await bench.append(withdrawn(key, randomUUID()));
  await eventually(
    () => sequences(key),
    ({ length }) => length === 3,
  );
  expect(
    await bench.database.query(
      'SELECT first::int, last::int, person_id, reason FROM skipped_event WHERE key = $1',
      [key],
    ),
  ).toEqual([{ first: 1, last: 1, person_id: admin.person, reason: 'sent by a test' }]);
});

test('skipping a gap gives up the missing numbers and nothing else', async () => {
  const key = randomUUID();
  await bench.wire.send(...[1, 4, 5].map((n) => [withdrawn(key, randomUUID()), n] as const));
  const [head] = await eventually(
    () => bench.parked(key),
    ({ length }) => length === 2,
  );
  expect((await call('POST', `/${head?.id}/skip`, { reason: 'lost in a test' })).body).toEqual({
    resolved: true,
  });
  expect(await sequences(key)).toEqual([1, 4, 5]);
  const skipped = await bench.database.query(
    'SELECT first::int, last::int FROM skipped_event WHERE key = $1',
    [key],
  );
  expect(skipped).toEqual([{ first: 2, last: 3 }]);
});

test('after a skip, a gap behind it is told as a dead letter of its own', async () => {
  const key = randomUUID();
  const letters = await bench.wire.read('attune.internal.dead-letters');
  const bad = { ...bench.wire.message(withdrawn(key, randomUUID()), 1), value: '{' };
  await bench.wire.raw('attune.public.scores', bad, bench.wire.message(withdrawn(key, randomUUID()), 4));
  const [head] = await eventually(
    () => bench.parked(key),
    ({ length }) => length === 2,
  );
  expect((await call('POST', `/${head?.id}/skip`, { reason: 'lost in a test' })).body).toEqual({
    resolved: false,
  });
  expect((await bench.parked(key)).map(({ kind }) => kind)).toEqual(['gap']);
  await eventually(
    () => letters.filter(({ value }) => value?.includes(key)),
    ({ length }) => length === 2,
  );
});

test('what only waits behind another cannot be skipped before it', async () => {
  const { key, second } = await poisoned();
  expect(await call('POST', `/${second}/skip`, { reason: 'impatient' })).toMatchObject({
    status: 409,
    body: { code: 'not-the-first' },
  });
  expect(await sequences(key)).toEqual([]);
});

test('the list is by pages; to look at the content, to retry and to skip are written down', async () => {
  const { key, head } = await poisoned();
  const found: Letter[] = [];
  for (let cursor = ''; ;) {
    const { body } = await call('GET', `?limit=2${cursor && `&cursor=${cursor}`}`);
    found.push(...(body.items as Letter[]));
    if (body.next === null) break;
    cursor = body.next as string;
  }
  expect(found.filter((letter) => letter.key === key).map(({ sequence, kind }) => [sequence, kind])).toEqual([
    [1, 'poison'],
    [2, 'behind'],
    [3, 'behind'],
  ]);
  expect(JSON.stringify(found)).not.toContain('withdrawnAt');
  expect((await call('GET', `/${head}`)).body.value).toContain('withdrawnAt');
  await call('POST', `/${head}/retry`, {});
  await call('POST', `/${head}/skip`, { reason: 'sent by a test' });
  const entries = await bench.database.query<{ action: string; client_ids: string[] }>(
    'SELECT action, client_ids FROM audit_entry WHERE subject = $1 AND person_id = $2 ORDER BY entry_id',
    [head, admin.person],
  );
  expect(entries.map(({ action }) => action)).toEqual([
    'view-dead-letter',
    'retry-dead-letter',
    'skip-dead-letter',
  ]);
  expect(entries.map(({ client_ids }) => client_ids)).toEqual([[key], [key], [key]]);
});

test('nobody but an administrator gets at them', async () => {
  const { head } = await poisoned();
  for (const role of ['therapist', 'supervisor', 'clinic-lead', 'operations', 'integrator']) {
    const who = { person: randomUUID(), roles: [role] };
    expect((await call('GET', '', undefined, who)).status).toBe(403);
    expect((await call('GET', `/${head}`, undefined, who)).status).toBe(403);
    expect((await call('POST', `/${head}/retry`, {}, who)).status).toBe(403);
    expect((await call('POST', `/${head}/skip`, { reason: 'mine' }, who)).status).toBe(403);
  }
});

test('what an internal topic says is shown where it is asked for alone', async () => {
  const { head } = await poisoned();
  const of = (topic: string) =>
    bench.database.query('UPDATE parked_event SET topic = $2 WHERE dead_letter_id = $1', [head, topic]);
  const [{ topic } = { topic: '' }] = await bench.database.query<{ topic: string }>(
    'SELECT topic FROM parked_event WHERE dead_letter_id = $1',
    [head],
  );
  await of('attune.internal.answers');
  expect((await call('GET', `/${head}`)).body).toMatchObject({ id: head, value: null });
  expect((await call('GET', `/${head}?value=true`)).body.value).toContain('withdrawnAt');
  await of(topic);
});
