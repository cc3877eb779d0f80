export interface Topic {
  readonly name: string;
  /** Integrators may read public topics; internal ones hold personal data or answers and are for services alone. */
  readonly visibility: 'public' | 'internal';
  /** The field of the data whose value is the message key. */
  readonly keyedBy: string;
  /** Never changes: the order of a key lives in its partition. */
  readonly partitions: 6;
  readonly cleanup: 'delete' | 'compact';
  /** Milliseconds; -1 keeps everything. */
  readonly retentionMs: number;
  readonly description: string;
}

const day = 24 * 60 * 60 * 1000;
const kept = { partitions: 6, cleanup: 'delete', retentionMs: -1 } as const;
const open = (name: string, keyedBy: string, description: string) =>
  ({ name: `attune.public.${name}`, visibility: 'public', keyedBy, description, ...kept }) as const;

/** One topic for each kind of aggregate, so that the life of one thing stays in order. */
export const topics = [
  open('sessions', 'clientId', 'Therapy sessions: booked, completed, cancelled, missed.'),
  open(
    'care-relationships',
    'clientId',
    'Who treats, covers for or supervises the care of whom, and from when to when.',
  ),
  open('instruments', 'url', 'Questionnaires with their items, scales and scoring rules.'),
  open('requests', 'clientId', 'Requests to a client to answer an instrument.'),
  open('responses', 'clientId', 'That a client has answered, without the answers.'),
  open('scores', 'clientId', 'Scores of responses, by scale.'),
  open('rule-sets', 'name', 'The rules that alerts come from, by versions, and which of them are in force.'),
  open('alerts', 'clientId', 'Alerts to the therapist, and what became of them.'),
  open('messages', 'personId', 'Messages to clients and staff, and whether they went out.'),
  open('clinic', 'clinicId', 'Time zone, working hours and holidays of the clinic.'),
  {
    name: 'attune.internal.people',
    visibility: 'internal',
    keyedBy: 'personId',
    partitions: 6,
    cleanup: 'compact',
    retentionMs: -1,
    description:
      'Names, contacts and sign-in subjects of clients and staff; the last word about somebody who was erased is that.',
  },
  {
    name: 'attune.internal.answers',
    visibility: 'internal',
    keyedBy: 'clientId',
    partitions: 6,
    cleanup: 'delete',
    retentionMs: 7 * day,
    description: 'Answers on their way to scoring, the only reader.',
  },
  {
    name: 'attune.internal.risks',
    visibility: 'internal',
    keyedBy: 'clientId',
    partitions: 6,
    cleanup: 'delete',
    retentionMs: 30 * day,
    description: 'That an item about harm was answered so that somebody must act, for alerting alone.',
  },
  {
    name: 'attune.internal.links',
    visibility: 'internal',
    keyedBy: 'clientId',
    partitions: 6,
    cleanup: 'delete',
    retentionMs: 30 * day,
    description: 'What the tokens of links in messages hash to, for questionnaires alone.',
  },
  {
    name: 'attune.internal.dead-letters',
    visibility: 'internal',
    keyedBy: 'service',
    partitions: 6,
    cleanup: 'delete',
    retentionMs: 30 * day,
    description: 'That a service has parked an event, with its id and the reason, never its content.',
  },
] as const satisfies readonly Topic[];

export type TopicName = (typeof topics)[number]['name'];
