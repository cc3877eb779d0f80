import { chance } from '../random.ts';
import type { Story } from './stories.ts';

/** As much of an alert as decides what its therapist does about it. */
export interface LiveAlert {
  readonly alertId: string;
  readonly clientId: string;
  readonly concern: 'alliance' | 'outcome' | 'safety' | 'attendance';
  readonly status: 'open' | 'acknowledged' | 'in-progress' | 'resolved';
  readonly recipientId: string | null;
  readonly watcherIds: readonly string[];
  readonly escalation: { readonly level: string } | null;
  readonly snoozedUntil: string | null;
  readonly repair: { readonly status: 'watching' | 'repaired' | 'not-repaired' } | null;
  readonly version: number;
  readonly raisedAt: string;
  readonly changedAt: string;
}

export interface Deed {
  /** The person who does it. */
  readonly by: string;
  readonly action: 'acknowledge' | 'start' | 'snooze' | 'resolve';
  readonly body?: Readonly<Record<string, unknown>>;
  readonly note?: string;
}

const day = 24 * 60 * 60 * 1000;

/**
 * What is done about an alert that is not resolved: most are taken in hand the next morning, some a day late, and some
 * lie until they go up. What was talked about is closed with a word on whether the alert was useful. Pure.
 * @param last nothing but the newest is to be left open
 */
export function answerTo(
  alert: LiveAlert,
  story: Story | undefined,
  now: Date,
  { last }: { readonly last: boolean },
): Deed | null {
  const by = whoAnswers(alert, story);
  if (by === null) return null;
  const random = chance(Number.parseInt(alert.clientId.slice(0, 8), 16) + alert.concern.length);
  const [patience, habit, useful] = [random.next(), random.next(), random.next() < 0.8];
  const waited = (now.getTime() - Date.parse(alert.raisedAt)) / day;
  const rested = (now.getTime() - Date.parse(alert.changedAt)) / day;
  if (alert.status === 'open') {
    if (alert.concern !== 'safety' && !last && patience > 0.75 && waited < 1) return null;
    if (alert.concern === 'attendance' && habit < 0.25 && !last) {
      return { by, action: 'snooze', body: { until: new Date(now.getTime() + 3 * day).toISOString() } };
    }
    return { by, action: 'acknowledge' };
  }
  if (rested < 0.6 || alert.snoozedUntil !== null) return null;
  const resolve = (outcome: string, helped: boolean, note: string): Deed => ({
    ...{ by, action: 'resolve' },
    body: { outcome, useful: helped, note },
  });
  switch (alert.concern) {
    case 'safety':
      return resolve(
        'discussed',
        true,
        'Called the same day: no plan, no intent. Safety plan gone through again.',
      );
    case 'attendance':
      return resolve('discussed', useful, 'Reached by phone; the next session stands.');
    case 'outcome':
      if (alert.status !== 'acknowledged')
        return rested < 3 ? null : resolve('discussed', useful, outcomeNote);
      return {
        by,
        action: 'start',
        note: 'Worse since the turn of the month; goals to be looked at together.',
      };
    case 'alliance':
      if (alert.status !== 'acknowledged') return closeRupture(alert, habit, useful, resolve);
      return { by, action: 'start', note: 'Opened the session with it: felt not heard about the homework.' };
  }
}

const outcomeNote = 'Plan of treatment changed; PHQ-9 again in two weeks.';

function closeRupture(
  { repair }: LiveAlert,
  habit: number,
  useful: boolean,
  resolve: (outcome: string, useful: boolean, note: string) => Deed,
): Deed | null {
  if (repair?.status === 'repaired')
    return resolve('repaired', useful, 'Named it, took my part in it; good contact again.');
  // Some stay in hand: there they are seen.
  if (repair?.status === 'not-repaired' && habit < 0.4)
    return resolve('discussed', false, 'Talked about; to be taken to supervision.');
  return null;
}

/** The supervisor takes up one that nobody took in hand; some nobody does. */
function whoAnswers({ concern, recipientId, watcherIds, escalation }: LiveAlert, story: Story | undefined) {
  if (concern !== 'alliance') return recipientId;
  if (story === 'unheard') return null;
  if (story === 'heard-above') return escalation ? (watcherIds[0] ?? null) : null;
  return recipientId;
}
