import { beforeAll, describe, expect, it } from '@jest/globals';
import { call } from './platform/api.ts';
import type { PlatformInUse } from './platform/running-platform.ts';
import { sharedPlatform } from './platform/shared-platform.ts';

let platform: PlatformInUse;
let token: string;
let people: string;

interface Person {
  readonly personId: string;
  readonly name: string;
}

beforeAll(async () => {
  platform = await sharedPlatform();
  token = await platform.token('operations');
  people = `${platform.origin}/api/scheduling/people`;
}, 360_000);

const register = (key: string, name: string) =>
  call<Person & { code?: string }>(people, {
    ...{ token, method: 'POST', headers: { 'idempotency-key': key } },
    body: { kind: 'client', name, zone: 'Europe/Berlin' },
  });

describe('through the gateway', () => {
  it('a creation that is sent twice with one Idempotency-Key happens once', async () => {
    const key = crypto.randomUUID();
    const [one, other] = await Promise.all([register(key, 'Twice Sent'), register(key, 'Twice Sent')]);
    expect([one.status, other.status]).toEqual([201, 201]);
    expect(other.body.personId).toBe(one.body.personId);
    expect(await register(key, 'Somebody Else')).toMatchObject({
      status: 422,
      body: { code: 'idempotency-key-reused' },
    });
  });

  it('a change needs the ETag of what was read, and loses against one that came before', async () => {
    const { body: person } = await register(crypto.randomUUID(), 'Changed Person');
    const url = `${people}/${person.personId}`;
    const read = await call<Person>(url, { token });
    const etag = read.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"\d+"$/);
    const rename = (name: string, headers = {}) =>
      call<Person & { code?: string }>(url, { token, method: 'PATCH', body: { name }, headers });

    expect(await rename('Unconditional')).toMatchObject({ status: 428, body: { code: 'if-match-missing' } });
    const changed = await rename('First Change', { 'if-match': etag });
    expect([changed.status, changed.body.name]).toEqual([200, 'First Change']);
    const late = await rename('Second Change', { 'if-match': etag });
    expect([late.status, late.body.code]).toEqual([412, 'changed-meanwhile']);
    expect(late.headers.get('etag')).toBe(changed.headers.get('etag'));
    expect((await call<Person>(url, { token })).body.name).toBe('First Change');
  });
});
