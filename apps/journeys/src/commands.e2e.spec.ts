import { beforeAll, describe, expect, it } from '@jest/globals';
import { call, until } from './platform/api.ts';
import { newClient, personOf } from './platform/clients.ts';
import type { PlatformInUse } from './platform/running-platform.ts';
import { sharedPlatform } from './platform/shared-platform.ts';

let platform: PlatformInUse;

beforeAll(async () => {
  platform = await sharedPlatform();
}, 360_000);

describe('attune token', () => {
  it('gives a token that the API takes, for what its person may do and no more', async () => {
    const url = `${platform.origin}/api/scheduling/people?limit=1`;
    expect((await call(url, { token: await platform.token('operations') })).status).toBe(200);
    expect((await call(url, { token: await platform.token('integrator') })).status).toBe(403);
  }, 30_000);

  it('knows the demo people only', async () => {
    await expect(platform.token('nobody')).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('There is no demo person nobody: choose from therapist'),
    });
  }, 30_000);
});

describe('attune events', () => {
  it('shows an event as it passes, ends at Ctrl-C, and keeps what an internal topic holds to itself', async () => {
    const [shown, internal] = [
      platform.follow('events', 'care-relationships'),
      platform.follow('events', 'people'),
    ];
    const operations = await platform.token('operations');
    const staffId = personOf(await platform.token('therapist'));
    // A follower begins with what comes after it has joined, so something new is said until it is heard.
    const clientId = await until(async () => {
      const id = await newClient(platform, operations, { name: 'Followed Person', staffId });
      await new Promise((resolve) => setTimeout(resolve, 500));
      return shown.text().includes(id) && internal.text().includes(id) && id;
    }, 60_000);
    const lineOf = (text: string) => text.split('\n').find((line) => line.includes(clientId));
    expect(lineOf(shown.text())).toMatch(/scheduling\.care-relationship-started(\.v1)? .* #\d+ .*"clientId"/);
    expect(lineOf(internal.text())).toMatch(/scheduling\.person-registered.*\(internal: not shown\)$/);
    expect(internal.text()).not.toContain('Followed Person');
    expect(await Promise.all([shown.stop(), internal.stop()])).toEqual([0, 0]);
  }, 120_000);

  it('names the topics when it does not know one', async () => {
    await expect(platform.attune('events', 'nothing')).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('There is no topic nothing: choose from'),
    });
  }, 30_000);
});

describe('attune caseload', () => {
  it('builds the read model anew beside the one that serves, and finds it the same row for row', async () => {
    expect(await platform.attune('caseload', 'rebuild', '--check')).toContain(
      'The caseload is row for row what the events say',
    );
  }, 240_000);
});
