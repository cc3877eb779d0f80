import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createService, readConfig } from '@attune/platform';
import { phq9 as shippedPhq9 } from '../../domain/instruments/phq-9.ts';
import { QuestionnairesModule } from '../../questionnaires.module.ts';
import {
  alliance,
  phq9,
  runningService,
  someone,
  type RunningService,
} from '../../test-stack/running-service.ts';

let service: RunningService;
beforeAll(async () => {
  service = await runningService();
}, 90_000);
afterAll(() => service.stop());

const admin = someone('admin');
const options = [0, 1].map((value) => ({ value, label: String(value) }));
const instrument = (more = {}) => ({
  url: `https://clinic.example/q/i-${randomUUID()}`,
  version: '1',
  title: 'Two questions',
  intro: 'Please answer.',
  notice: 'Ours.',
  validated: false,
  items: ['a', 'b'].map((linkId) => ({ linkId, text: linkId, options })),
  scales: [
    {
      code: 'total',
      title: 'Total',
      items: ['a', 'b'],
      method: 'sum',
      missing: { rule: 'none' },
      min: 0,
      max: 2,
      bands: [],
      higherIsBetter: true,
    },
  ],
  ...more,
});
const publish = (body: object, as = admin, key?: string) =>
  service.post('/instruments', { as, body, ...(key !== undefined && { key }) });
const nameOf = (url: string) => url.split('/').at(-1);

it('takes no address of a licence that would be run by whoever clicks on it', async () => {
  const licence = { name: 'Ours', url: 'javascript:alert(1)' };
  const { status, body } = await publish(instrument({ licence }));
  expect([status, body.errors?.[0].pointer]).toEqual([400, '/licence/url']);
});

it('publishes what ships at the first start, and no second time', async () => {
  const restarted = await createService(
    { name: 'questionnaires', module: QuestionnairesModule },
    readConfig({ ...service.database.env }),
  );
  await restarted.init();
  await restarted.close();
  for (const url of [alliance, phq9]) {
    const [event, ...more] = await service.events(url);
    expect(more).toEqual([]);
    expect(event).toMatchObject({
      topic: 'attune.public.instruments',
      type: 'attune.questionnaires.instrument-published.v1',
    });
  }
  const key = JSON.parse((await service.events(phq9))[0]!.data);
  expect(key.items[0]).toEqual({ linkId: 'phq9-1', min: 0, max: 3, scales: ['total'], reversed: false });
  expect(JSON.stringify(key)).not.toContain('Little interest');
});

describe('an instrument', () => {
  it('is read by its short name, the newest version unless one is named', async () => {
    const first = instrument();
    await publish(first);
    await publish({ ...first, version: '2', title: 'Reworded' });
    const read = (query = '') =>
      service.get(`/instruments/${nameOf(first.url)}${query}`, { as: someone('therapist') });
    expect((await read()).body).toMatchObject({ version: '2', title: 'Reworded' });
    expect((await read('?version=1')).body).toMatchObject({ version: '1', title: 'Two questions' });
    expect((await read('?version=3')).status).toBe(404);
  });

  it('never changes: the same again is the same, anything else a conflict', async () => {
    const first = instrument();
    const [one, two] = [await publish(first), await publish(first)];
    expect([one.status, two.status, two.body]).toEqual([201, 201, one.body]);
    const changed = await publish({ ...first, title: 'Another title' });
    expect([changed.status, changed.body.code]).toEqual([409, 'instrument-version-exists']);
    expect(await service.events(first.url)).toHaveLength(1);
  });

  it('keeps its short name to itself', async () => {
    const taken = await publish(instrument({ url: 'https://clinic.example/phq-9' }));
    expect([taken.status, taken.body.code]).toEqual([409, 'instrument-name-taken']);
  });

  it('is refused with a pointer to what is unsound', async () => {
    const [scale] = instrument().scales;
    const unsound = await publish(instrument({ scales: [{ ...scale, max: 3 }] }));
    expect([unsound.status, unsound.body.errors[0].pointer]).toEqual([400, '/scales/0/max']);
  });

  it('is published by admin alone, which is written down', async () => {
    for (const role of ['therapist', 'supervisor', 'clinic-lead', 'operations', 'integrator'] as const) {
      expect((await publish(instrument(), someone(role))).status).toBe(403);
    }
    const as = someone('admin');
    const mine = instrument();
    await publish(mine, as, 'key');
    await publish(mine, as, 'key');
    expect(await service.audited(as.person)).toEqual([
      { action: 'publish-instrument', client_ids: [], subject: `${mine.url}|1` },
    ]);
  });
});

it('the list pages through every version for staff, and is refused to integrators', async () => {
  const urls: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const { body } = await service.get(`/instruments?limit=1&cursor=${cursor}`, {
      as: someone('operations'),
    });
    urls.push(...body.items.map(({ url, version }: { url: string; version: string }) => `${url}|${version}`));
    cursor = body.next;
  }
  const place = (name: string) => name.replace('|', ' ');
  expect(urls.map(place)).toEqual([...new Set(urls.map(place))].sort());
  expect(urls).toContain(`${shippedPhq9.url}|${shippedPhq9.version}`);
  expect((await service.get('/instruments', { as: someone('integrator') })).status).toBe(403);
});
