import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startService, type Caller, type StartedService } from '@attune/testing';
import { SchedulingModule } from '../../scheduling.module.ts';

let service: StartedService;
const operations: Caller = { person: crypto.randomUUID(), roles: ['operations'] };

beforeAll(async () => {
  service = await startService({ name: 'scheduling', module: SchedulingModule });
}, 60_000);
afterAll(() => service.stop());

it.each(['%2B23:59', '-16:00'])('an offset of %s, which no clock has, is named as wrong', async (offset) => {
  const from = `2026-01-01T00:00:00${offset}`;
  for (const path of [`/sessions?from=${from}`, `/sessions?to=${from}`, `/absences?endsAfter=${from}`]) {
    const { status, body } = await service.get(path, { as: operations });
    expect([path, status, body.errors?.[0].detail]).toEqual([path, 400, expect.stringMatching(/offset/)]);
  }
  const lead: Caller = { person: crypto.randomUUID(), roles: ['clinic-lead'] };
  expect((await service.get(`/audit?from=${from}`, { as: lead })).status).toBe(400);
});

it.each(['+05:30', '-03', 'Mars/Base'])(
  'a zone written %s is named as wrong, and nothing is kept',
  async (zone) => {
    const personId = crypto.randomUUID();
    const body = { personId, kind: 'client', name: 'Zoned', zone };
    const { status, body: problem } = await service.post('/people', { as: operations, body });
    expect([status, problem.errors?.[0].pointer]).toEqual([400, '/zone']);
    expect((await service.get(`/people/${personId}`, { as: operations })).status).toBe(404);
  },
);
