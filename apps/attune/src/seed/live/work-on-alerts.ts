import type { Story } from './stories.ts';
import { answerTo, type LiveAlert } from './answer-alert.ts';
import { type Staff, unlessDone } from './staff.ts';

/** The therapists (of those that went up, a supervisor) do about the alerts that wait what is to be done now. */
export async function workOnAlerts(
  staff: Staff,
  stories: ReadonlyMap<string, Story>,
  now: Date,
  { last, only }: { readonly last: boolean; readonly only?: LiveAlert['concern'] },
): Promise<void> {
  const lead = await staff.as('lead');
  const path = '/api/alerting/alerts?limit=100&status=open,acknowledged,in-progress';
  const { items } = await lead.get<{ items: LiveAlert[] }>(path);
  await Promise.all(
    items
      .filter(({ concern }) => only === undefined || concern === only)
      .map((alert) => workOn(alert, staff, stories.get(alert.clientId), now, last)),
  );
}

async function workOn(
  alert: LiveAlert,
  staff: Staff,
  story: Story | undefined,
  now: Date,
  last: boolean,
): Promise<void> {
  const deed = answerTo(alert, story, now, { last });
  if (!deed) return;
  const person = await staff.as(deed.by);
  const path = `/api/alerting/alerts/${alert.alertId}`;
  const once = { 'idempotency-key': `seed ${deed.action} ${alert.alertId} ${alert.version}` };
  if (deed.note !== undefined) await person.post(`${path}/notes`, { text: deed.note }, once);
  const match = { 'if-match': `"${alert.version}"`, 'idempotency-key': `${once['idempotency-key']} deed` };
  await unlessDone(person.post(`${path}/${deed.action}`, deed.body, match));
}
