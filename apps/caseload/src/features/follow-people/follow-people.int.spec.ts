import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { careOf, inDays, personOf } from '@attune/testing';
import { caseloadService, type CaseloadService } from '../../test-stack/caseload-service.ts';

let service: CaseloadService;
beforeAll(async () => {
  service = await caseloadService();
}, 90_000);
afterAll(() => service.stop());

it('names somebody until they are erased, and keeps nothing of the name then', async () => {
  const [client, other, therapist] = [randomUUID(), randomUUID(), randomUUID()];
  const [person, staff] = [personOf(client, 'Quirin Zeller'), personOf(therapist, 'Xenia Quast', 'staff')];
  const as = { person: therapist, roles: ['therapist' as const] };
  await service.publish(person.registered, staff.registered, personOf(other, 'Quirin Zander').registered);
  await service.publish(
    ...[client, other].map((id) => careOf(id, { staffId: therapist, from: inDays(-9) }).begins),
  );
  await service.settled();
  const found = async () => (await service.get('/clients?search=quirin&sort=name', { as })).body.items;
  expect(await found()).toMatchObject([
    { name: 'Quirin Zander' },
    { name: 'Quirin Zeller', therapist: { name: 'Xenia Quast' } },
  ]);

  await service.publish(person.erased, staff.erased);
  await service.settled();
  expect(await found()).toMatchObject([{ clientId: other, therapist: { id: therapist, name: '' } }]);
  expect(await service.client(client, as)).toMatchObject({ name: '', openAlerts: { count: 0 } });
  const kept = await service.database.query<{ all: string }>(
    `SELECT (SELECT json_agg(e)::text FROM client_entry e) || (SELECT json_agg(w)::text FROM client_words w)
       || coalesce((SELECT json_agg(s)::text FROM staff s), '') AS all`,
  );
  expect(kept[0]!.all.toLowerCase()).not.toMatch(/zeller|quast/);
}, 30_000);
