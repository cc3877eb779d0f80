import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waiSr } from '../../domain/catalogue/alliance-keys.ts';
import { runningService, someone, type RunningService } from '../../test-stack/running-service.ts';

let service: RunningService;
beforeAll(async () => {
  service = await runningService();
}, 90_000);
afterAll(() => service.stop());

const wording = (version = '1.0.0') => ({
  version,
  intro: 'Think of your last session.',
  notice: 'By licence 123.',
  language: 'en',
  items: waiSr.items.map(({ linkId }) => ({
    linkId,
    text: `Words of ${linkId}`,
    labels: ['a', 'b', 'c', 'd', 'e'],
  })),
});
const word = (body: object, as = someone('admin'), name = 'wai-sr') =>
  service.post(`/catalogue/${name}/wordings`, { as, body });
const statusOf = async (name: string) => {
  const { body } = await service.get('/catalogue', { as: someone('operations') });
  return body.items.find((item: { name: string }) => item.name === name)?.status;
};

describe('a key that awaits its wording', () => {
  it('is listed, without any words of the instrument', async () => {
    expect(await statusOf('srs')).toBe('awaits-wording');
    const read = await service.get('/instruments/srs', { as: someone('operations') });
    expect(read.status).toBe(404);
  });

  it('says of each scale how precise it is, or why that is not known, before and after it has words', async () => {
    const { body } = await service.get('/catalogue', { as: someone('operations') });
    const scalesOf = (name: string) => body.items.find((item: { name: string }) => item.name === name).scales;
    expect(scalesOf('oq-45').at(-1).psychometrics).toMatchObject({
      reliability: { value: 0.93, source: expect.stringContaining('Lambert') },
      sd: { value: 18.57, source: expect.stringContaining('Lambert') },
    });
    expect(scalesOf('sai')[0].psychometrics).toEqual({
      reliability: { unknown: expect.stringContaining('No reliability') },
      sd: { unknown: expect.stringContaining('No standard deviation') },
    });
    const read = async (name: string) =>
      (await service.get(`/instruments/${name}`, { as: someone('operations') })).body.scales;
    expect((await read('core-10'))[0].psychometrics).toMatchObject({
      reliability: { value: 0.9 },
      sd: { value: 7.7 },
    });
    expect((await read('attune-alliance-check-in'))[0].psychometrics.sd).toEqual({
      unknown: expect.stringContaining('Not validated'),
    });
  });

  it('becomes an instrument with the words of a licence', async () => {
    const published = await word(wording());
    expect([published.status, published.body.items[0]]).toMatchObject([
      201,
      { linkId: 'wai-sr-1', text: 'Words of wai-sr-1', options: [{ value: 1, label: 'a' }, {}, {}, {}, {}] },
    ]);
    expect(await statusOf('wai-sr')).toBe('worded');
    const events = await service.events('https://attune.example/instruments/wai-sr');
    expect(JSON.parse(events[0]!.data).scales.map(({ code }: { code: string }) => code)).toEqual([
      ...['goal', 'task', 'bond', 'total'],
    ]);
    expect(events[0]!.data).not.toContain('Words of');
  });

  it.each([
    ['an item without words', { items: wording().items.slice(1) }, '/items'],
    [
      'words for no item',
      { items: [...wording().items, { linkId: 'x', text: 'x', labels: ['a'] }] },
      '/items/12/linkId',
    ],
    [
      'too few labels',
      { items: wording().items.map((item) => ({ ...item, labels: ['a'] })) },
      '/items/0/labels',
    ],
  ])('is refused %s', async (_what, change, pointer) => {
    const refused = await word({ ...wording('2.0.0'), ...change });
    expect([refused.status, refused.body.code, refused.body.errors[0].pointer]).toEqual([
      ...[400, 'wording-does-not-fit', pointer],
    ]);
  });

  it('is worded by admin alone, and only where there is one', async () => {
    for (const role of ['therapist', 'supervisor', 'clinic-lead', 'operations', 'integrator'] as const) {
      expect((await word(wording(), someone(role))).status).toBe(403);
    }
    expect((await word(wording(), someone('admin'), 'nothing')).status).toBe(404);
    expect((await service.get('/catalogue', { as: someone('integrator') })).status).toBe(403);
  });
});
