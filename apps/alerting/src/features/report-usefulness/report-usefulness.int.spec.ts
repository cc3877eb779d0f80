import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Role } from '@attune/platform';
import { alertingService, someone, type AlertingService } from '../../test-stack/alerting-service.ts';

let service: AlertingService;
beforeAll(async () => {
  service = await alertingService();
}, 90_000);
afterAll(() => service.stop());

const report = (role: Role, query = '') => service.get(`/usefulness${query}`, { as: someone(role) });
async function close(useful?: boolean): Promise<void> {
  const about = await service.treated();
  const alertId = await service.alertAbout(about.client);
  const body = { outcome: 'discussed', ...(useful !== undefined && { useful }) };
  await service.post(`/alerts/${alertId}/resolve`, { as: about.therapist, match: '*', body });
}

it('counts by rule and by workload what those who closed alerts thought of them', async () => {
  await close(true);
  await close(false);
  await close();
  await service.alertAbout((await service.treated()).client);
  const { body } = await report('clinic-lead');
  const counts = { resolved: 3, useful: 1, notUseful: 1, unanswered: 1 };
  expect(body.byRule).toEqual([{ rule: 'alliance-below-cut-off', ruleSet: 'plain@1', ...counts }]);
  expect(body.byWorkload).toEqual([{ alerts: '1', ...counts }]);
  const long = await report('operations', '?from=2020-01-01T00:00:00Z&to=2020-02-01T00:00:00Z');
  expect(long.body).toMatchObject({ byRule: [], byWorkload: [] });
});

it.each(['therapist', 'supervisor', 'admin', 'integrator'] as const)('is not for %s', async (role) => {
  expect((await report(role)).status).toBe(403);
});
