import { beforeAll, describe, expect, it } from '@jest/globals';
import { call, until } from './platform/api.ts';
import { newClient, personOf } from './platform/clients.ts';
import type { PlatformInUse } from './platform/running-platform.ts';
import { sharedPlatform } from './platform/shared-platform.ts';

let platform: PlatformInUse;

beforeAll(async () => {
  platform = await sharedPlatform();
}, 360_000);

describe('access', () => {
  it('refuses every route without a token, with an old one, one for somebody else, and in the wrong role', async () => {
    const { paths } = (
      await call<{ paths: Record<string, Record<string, Operation>> }>(`${platform.origin}/api/openapi.json`)
    ).body;
    interface Operation {
      readonly security?: readonly unknown[];
      readonly 'x-roles'?: readonly string[];
    }
    const person = crypto.randomUUID();
    const everyRole = ['therapist', 'supervisor', 'clinic-lead', 'operations', 'admin', 'integrator'];
    const expired = await platform.forge({ person, roles: everyRole, expired: true });
    const elsewhere = await platform.forge({ person, roles: everyRole, audience: 'another-api' });
    let walked = 0;
    for (const [path, operationsOf] of Object.entries(paths)) {
      for (const [method, { security, 'x-roles': allowed = [] }] of Object.entries(operationsOf)) {
        // The gateway's own sign-in routes know a cookie, not a token.
        if (security?.length === 0 || !path.startsWith('/api/')) continue;
        const url = platform.origin + path.replace(/\{[^}]+\}/g, crypto.randomUUID());
        const verb = method.toUpperCase();
        // Nobody would be in the wrong role where no role is named.
        expect([path, allowed.length]).not.toEqual([path, 0]);
        const roles = everyRole.filter((role) => !allowed.includes(role));
        const wrong = await platform.forge({ person, roles });
        const body = verb === 'GET' ? {} : { body: {} };
        const statuses = [
          (await call(url, { method: verb, ...body })).status,
          (await call(url, { method: verb, token: expired, ...body })).status,
          (await call(url, { method: verb, token: elsewhere, ...body })).status,
          (await call(url, { method: verb, token: wrong, ...body })).status,
        ];
        expect([verb, path, ...statuses]).toEqual([verb, path, 401, 401, 401, 403]);
        walked += 1;
      }
    }
    expect(walked).toBeGreaterThan(25);
  }, 120_000);

  it("keeps a client's record from another therapist", async () => {
    const [operations, therapist] = [await platform.token('operations'), await platform.token('therapist')];
    const staffId = personOf(therapist);
    const clientId = await newClient(platform, operations, { name: 'Guarded Person', staffId });
    const stranger = await platform.forge({ person: crypto.randomUUID(), roles: ['therapist'] });
    const url = `${platform.origin}/api/caseload/clients/${clientId}`;
    await until(async () => (await call(url, { token: therapist })).status === 200);
    expect((await call(url, { token: stranger })).status).toBe(404);
    expect(
      (await call(`${platform.origin}/api/scheduling/people/${clientId}`, { token: stranger })).status,
    ).toBe(404);
  }, 60_000);
});
