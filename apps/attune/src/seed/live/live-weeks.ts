import type { Settings } from '../../settings.ts';
import type { Backlog } from '../catch-up.ts';
import type { SeedClient } from '../clinic.ts';
import type { historyOf } from '../history.ts';
import { inParallel } from '../in-parallel.ts';
import type { SeedInstruments } from '../instruments.ts';
import { Progress } from '../progress.ts';
import { moveClock } from '../seed-clock.ts';
import { absenceAround, cancelledBy } from './absence.ts';
import { planTurns, type LiveStep } from './plan-turns.ts';
import { Staff, unlessDone } from './staff.ts';
import { storiesOf } from './stories.ts';
import { takeTurn } from './take-turn.ts';
import { liveFrom } from './timetable.ts';
import { workOnAlerts } from './work-on-alerts.ts';

const atOnce = 8;
const calmLooks = 2;

interface LiveWeeks {
  readonly settings: Settings;
  readonly backlog: Backlog;
  readonly instruments: SeedInstruments;
  readonly clients: readonly SeedClient[];
  readonly histories: readonly ReturnType<typeof historyOf>[];
  readonly anchor: Date;
  readonly signal: AbortSignal;
}

/**
 * Lives through the last weeks by the platform's own doors while its clock is moved from step to step: sessions are
 * held or missed, clients answer or do not, therapists take alerts in hand or do not.
 * @param from where the clock stands; earlier steps have been done, and one that begins there is done once more
 * @param onStep told before the clock is moved there
 */
export async function liveThrough(
  weeks: LiveWeeks,
  from: Date,
  onStep: (at: Date) => Promise<void>,
): Promise<void> {
  const { settings, clients, histories, anchor, signal, backlog } = weeks;
  const staff = new Staff(settings);
  const stories = storiesOf(clients);
  const steps = planTurns(clients, histories, anchor).filter(({ at }) => at >= from);
  const progress = new Progress('days of the last weeks', steps.length / 2);
  if (from <= liveFrom(anchor)) await announceAbsence(weeks, staff);
  for (const step of steps) {
    signal.throwIfAborted();
    if (step.at > from) {
      await onStep(step.at);
      await moveClock(settings.home, step.at);
    }
    const alerts = workOnAlerts(staff, stories, step.at, { last: false });
    await Promise.all([alerts, takeTurns(step, weeks, staff)]);
    await backlog.untilCaughtUp(signal, calmLooks);
    const urgent = step.turns.some(({ answer }) => answer?.harm);
    if (urgent) await workOnAlerts(staff, stories, step.at, { last: false, only: 'safety' });
    progress.add(0.5);
  }
  await workOnAlerts(staff, stories, anchor, { last: true });
}

const takeTurns = ({ turns, at }: LiveStep, { settings, instruments, signal }: LiveWeeks, staff: Staff) =>
  inParallel(turns, atOnce, signal, async (turn) => {
    await takeTurn(turn, at, await staff.as(turn.client.therapistId), instruments, settings);
  });

/** What falls into it is cancelled at once. */
async function announceAbsence({ histories, anchor, signal }: LiveWeeks, staff: Staff): Promise<void> {
  const operations = await staff.as('operations');
  const absence = absenceAround(anchor);
  await operations.post('/api/scheduling/absences', absence, { 'idempotency-key': 'seed absence' });
  const cancelled = histories.flatMap(({ sessions }) => sessions).filter(cancelledBy(absence));
  await inParallel(cancelled, atOnce, signal, async ({ sessionId }) => {
    const path = `/api/scheduling/sessions/${sessionId}/cancel`;
    await unlessDone(operations.post(path, {}, { 'if-match': '"1"' }));
  });
}
