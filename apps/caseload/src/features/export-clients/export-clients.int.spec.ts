import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Role } from '@attune/platform';
import { startService, type StartedService } from '@attune/testing';
import { CaseloadModule } from '../../caseload.module.ts';

let service: StartedService;
const [therapist, mine, theirs] = Array.from({ length: 3 }, () => randomUUID()) as [string, string, string];

beforeAll(async () => {
  service = await startService({ name: 'caseload', module: CaseloadModule });
  for (const [id, name, score] of [
    [mine, '=HYPERLINK("http://x")', 30],
    [theirs, 'Berg, Ana', 50],
  ]) {
    await service.database.query(
      `INSERT INTO client_entry (client_id, name, sort_name, last_score, last_score_at, last_score_min, last_score_max,
         last_score_higher_is_better, last_score_instrument, last_score_scale, reassess_at)
       VALUES ($1, $2, lower($2), $3, now(), 12, 60, true, 'check-in', 'total', NULL)`,
      [id, name, score],
    );
  }
  await service.care(mine, therapist, 'primary');
  await service.care(theirs, randomUUID(), 'primary');
}, 60_000);
afterAll(() => service.stop());

async function exported(person: string, roles: Role[], query = '') {
  const answer = await service.app.inject({
    method: 'GET',
    url: `/api/caseload/clients.csv${query}`,
    headers: await service.issuer.authorization({ person, roles }),
  });
  const [names = '', ...lines] = answer.body.split('\r\n').slice(0, -1);
  return { status: answer.statusCode, headers: answer.headers, names: names.split(','), lines };
}

it('gives operations everybody, as a file that no spreadsheet runs, and writes down who was in it', async () => {
  const reader = randomUUID();
  const { status, headers, lines } = await exported(reader, ['operations'], '?sort=last-score');
  expect([status, headers['content-type'], headers['cache-control']]).toEqual([
    200,
    'text/csv; charset=utf-8',
    'no-store',
  ]);
  expect(headers['content-disposition']).toContain('attachment');
  expect(lines).toHaveLength(2);
  expect(lines[0]).toContain(`"'=HYPERLINK(""http://x"")"`);
  expect(lines[1]).toContain('"Berg, Ana"');
  expect(await service.audited(reader)).toEqual([
    { action: 'export-caseload', client_ids: [mine, theirs], subject: null },
  ]);
});

it('names what stands in each column, and tells times as ISO 8601', async () => {
  const { names, lines } = await exported(therapist, ['therapist']);
  const cells = lines[0]?.split(',').slice(-names.length) ?? [];
  const row = Object.fromEntries(names.map((name, index) => [name, cells[index]]));
  expect(row).toMatchObject({
    ...{ client_id: mine, alliance_score: '30', alliance_scale_min: '12', alliance_scale_max: '60' },
    ...{ alliance_score_change: '', open_alerts: '0', check_ins_due: '0', waiting_for_data: 'no' },
  });
  expect(row.alliance_answered_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
});

it('keeps to the same filters as the list', async () => {
  const { lines } = await exported(randomUUID(), ['operations'], '?filter=last-score:40..');
  expect(lines.map((line) => line.slice(0, 36))).toEqual([theirs]);
  expect((await exported(randomUUID(), ['operations'], '?filter=name:1..')).status).toBe(400);
});

it('gives a therapist their own clients, and nothing to whoever has none or may see none', async () => {
  const own = await exported(therapist, ['therapist']);
  expect(own.lines.map((line) => line.slice(0, 36))).toEqual([mine]);
  expect((await exported(randomUUID(), ['therapist'])).lines).toEqual([]);
  expect((await exported(randomUUID(), ['admin'])).status).toBe(403);
});
