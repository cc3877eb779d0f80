import { explain, type Concern } from '@attune/clinical';
import type { Signal } from './alert.ts';

/** One sentence for the therapist: what was seen, with the numbers it was seen by. */
export function explainAlert(concern: Concern, signals: readonly Signal[]): string {
  const standing = signals.filter((signal) => !signal.withdrawn);
  if (standing.length === 0) return 'The answers that this alert rested on were taken back.';
  if (concern === 'safety') return atRisk(standing);
  const newest = standing.at(-1)?.responseId;
  const parts = standing.filter((signal) => signal.responseId === newest).map(clause);
  const earlier = new Set(standing.map((signal) => signal.responseId)).size - 1;
  const before =
    earlier > 0 ? `; ${earlier} earlier ${earlier === 1 ? 'check-in' : 'check-ins'} had signalled too` : '';
  const subject = concern === 'alliance' ? 'the alliance' : 'the score';
  return `In the latest check-in ${subject} ${inOneBreath(parts)}${before}.`;
}

/** Clauses one after the other; what several of them say about the rating is said once. */
function inOneBreath([first = '', ...others]: readonly string[]): string {
  const rated = /^was rated [\d.-]+/.exec(first)?.[0];
  const rest = others.map((clause) =>
    rated && clause.startsWith(`${rated} `) ? `, ${clause.slice(rated.length + 1)}` : `, and ${clause}`,
  );
  return `${first}${rest.join('')}`;
}

/** What exactly was answered stands with the answers, for those who may read them. */
function atRisk(standing: readonly Signal[]): string {
  const times = new Set(standing.map(({ responseId }) => responseId)).size;
  const again = times > 1 ? `, as in ${times - 1} before it` : '';
  return `An item about harm was answered above "not at all" in the latest questionnaire${again}: whatever the total, contact the client today.`;
}

const clause = ({ detector, direction, ...evidence }: Signal) =>
  detector === 'risk-item' ? '' : explain({ detector, direction, evidence });

/** What may help next: openings for a conversation, not instructions. */
export function suggestionsFor(concern: Concern): readonly string[] {
  return suggestions[concern];
}

const suggestions: Readonly<Record<Concern, readonly string[]>> = {
  alliance: [
    'Begin the next session by asking how the last one felt, and leave room for criticism.',
    'Look at goals, tasks and bond separately: the lowest of them shows where to ask first.',
    'Say what you may have missed or pressed too hard, before you explain it.',
    'Bring the course to supervision if the rating stays low at the next check-in.',
  ],
  outcome: ['Go through the course with the client and ask what has changed since it turned.'],
  safety: ['Contact the client today and follow the safety plan of your practice.'],
  attendance: ['Get in touch before the next appointment and ask what makes it hard to come.'],
};
