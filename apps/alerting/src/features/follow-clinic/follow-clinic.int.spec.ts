import { randomUUID } from 'node:crypto';
import { clinicChanged } from '@attune/contracts';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { alertingService, type AlertingService } from '../../test-stack/alerting-service.ts';

let service: AlertingService;
beforeAll(async () => {
  service = await alertingService({ broker: true });
}, 90_000);
afterAll(() => service.stop());

const day = 86_400_000;
const date = (daysAhead: number) => new Date(Date.now() + daysAhead * day).toISOString().slice(0, 10);
const always = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '00:00', to: '24:00' }));
/** What scheduling says about a clinic that works night and day, but for holidays. */
async function works(holidays: readonly string[]) {
  const changedAt = new Date().toISOString();
  const data = { clinicId: 'clinic', zone: 'UTC', workingHours: always, holidays: [...holidays], changedAt };
  await service.publish(clinicChanged.event({ key: 'clinic', subject: 'clinic', time: new Date(), data }));
  await service.settled();
}
/** In how many days a new alert of high severity is to be acknowledged. */
async function daysToAcknowledge() {
  const client = randomUUID();
  const alertId = await service.alertAbout(client);
  const alert = (await service.alertsOf(client)).find((each) => each.alertId === alertId);
  return (Date.parse(alert!.acknowledgeBy!) - Date.parse(alert!.raisedAt)) / day;
}

it('deadlines are counted in the clinic’s hours and around its holidays, as they are now', async () => {
  await works([]);
  expect(await daysToAcknowledge()).toBeCloseTo(4 / 24, 3);
  // What was read a moment ago is not believed any more.
  await works([0, 1, 2, 3].map(date));
  expect(await daysToAcknowledge()).toBeGreaterThan(2);
}, 30_000);
