import { audit, type AuditEntry, Database, type Role } from '@attune/platform';
import { type Caller, type StartedService, startService } from '@attune/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SchedulingModule } from '../scheduling.module.ts';

// Every service has this route; here is where it is held to what it promises.

let service: StartedService;
const someone = (...roles: Role[]): Caller => ({ person: crypto.randomUUID(), roles });
const [therapist, other] = [someone('therapist'), someone('operations')];
const [client, otherClient] = [crypto.randomUUID(), crypto.randomUUID()];
const minute = (of: number) => new Date(Date.UTC(2026, 0, 1, 12, of));

interface Entry {
  readonly action: string;
  readonly at: string;
  readonly personId: string | null;
}
const read = (search = '', as = someone('clinic-lead')) => service.get(`/audit?${search}`, { as });
const actions = async (search: string) =>
  (await read(search)).body.items.map(({ action }: Entry) => action) as string[];

beforeAll(async () => {
  service = await startService({ name: 'scheduling', module: SchedulingModule });
  const write = (by: Caller | null, action: AuditEntry['action'], clientIds: string[], of: number) =>
    service.app
      .get(Database, { strict: false })
      .asPerson({ id: by?.person ?? crypto.randomUUID(), roles: by?.roles ?? [] }, (tx) => {
        const person = by && { id: by.person, roles: by.roles };
        audit(tx, { person, action, clientIds, subject: `thing-${of}`, at: minute(of) });
      });
  await write(therapist, 'view-person', [client], 0);
  await write(therapist, 'change-person', [client], 1);
  await write(other, 'list-people', [client, otherClient], 2);
  // Two in one instant, written in this order.
  await write(
    other,
    'export-caseload',
    Array.from({ length: 30 }, () => crypto.randomUUID()),
    3,
  );
  await write(null, 'submit-response', [otherClient], 3);
}, 60_000);
afterAll(() => service.stop());

const during = `from=${minute(0).toISOString()}&to=${minute(10).toISOString()}`;

describe('the trail', () => {
  it('is read the newest first, with who did what to whom', async () => {
    const { status, body } = await read(during);
    expect([status, body.next]).toEqual([200, null]);
    expect(body.items.map(({ action }: Entry) => action)).toEqual([
      ...['submit-response', 'export-caseload', 'list-people', 'change-person', 'view-person'],
    ]);
    expect(body.items[4]).toMatchObject({
      ...{ personId: therapist.person, roles: ['therapist'], at: minute(0).toISOString() },
      ...{ clientIds: [client], clients: 1, subject: 'thing-0' },
    });
    expect(body.items[0].personId).toBeNull();
    // What is about very many says how many, and names some.
    expect([body.items[1].clients, body.items[1].clientIds.length]).toEqual([30, 20]);
  });

  it.each([
    ['by person', `personId=${therapist.person}`, ['change-person', 'view-person']],
    ['by client', `clientId=${otherClient}`, ['submit-response', 'list-people']],
    ['by action', 'action=list-people', ['list-people']],
    ['by an action that changes', 'action=change-person', ['change-person']],
    ['to nothing, where an action is of the other kind', 'action=list-people&kind=change', []],
    ['to what was read', 'kind=read', ['export-caseload', 'list-people', 'view-person']],
    ['to what was changed', 'kind=change', ['submit-response', 'change-person']],
    ['by all at once', `kind=read&clientId=${client}&personId=${other.person}`, ['list-people']],
  ])('is narrowed %s', async (_how, search, expected) => {
    expect(await actions(`${during}&${search}`)).toEqual(expected);
  });

  it('is narrowed by time, from the beginning of a span up to its end', async () => {
    const span = `from=${minute(1).toISOString()}&to=${minute(3).toISOString()}`;
    expect(await actions(span)).toEqual(['list-people', 'change-person']);
  });

  it('goes on behind a page without leaving anything out, though two have one instant', async () => {
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await read(`${during}&limit=1&cursor=${cursor}`);
      seen.push(...body.items.map(({ action }: Entry) => action));
      cursor = body.next ?? '';
    } while (cursor !== '');
    expect(seen).toEqual(await actions(during));
    expect((await read('cursor=nonsense')).body.errors[0].pointer).toBe('/cursor');
  });

  it('is read by the clinic lead and administrators, and that is written down as well', async () => {
    const admin = someone('admin');
    expect((await read(`clientId=${client}`, admin)).status).toBe(200);
    expect(await service.audited(admin.person)).toEqual([
      { action: 'view-audit', client_ids: [client], subject: null },
    ]);
  });

  it.each(['therapist', 'supervisor', 'operations', 'integrator'] as const)('is not for %s', async (role) => {
    expect((await read(during, someone(role))).status).toBe(403);
  });

  it('is not for anybody without a name', async () => {
    expect((await service.get('/audit')).status).toBe(401);
  });

  it('is read and changed by nobody in the database itself', async () => {
    const db = service.app.get(Database, { strict: false });
    const as = ({ person: id, roles }: Caller, sql: string) =>
      db.asPerson({ id, roles }, (tx) => tx.query(sql));
    for (const sql of [
      'SELECT FROM audit_entry',
      'DELETE FROM audit_entry',
      `UPDATE audit_entry SET action = 'x'`,
    ]) {
      await expect(as(someone('admin'), sql)).rejects.toThrow('permission denied');
      if (!sql.startsWith('SELECT'))
        await expect(db.asWorker((tx) => tx.query(sql))).rejects.toThrow('permission denied');
    }
  });
});
