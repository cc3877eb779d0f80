/** Every topic: the one place that says which exist, how long they keep and who may do what with them. */
export interface TopicPlan {
  readonly name: string;
  readonly partitions: number;
  readonly settings: Readonly<Record<string, string>>;
}

// Partition counts never change: they decide which messages stay in order.
const partitions = 6;
const forever = { 'cleanup.policy': 'delete', 'retention.ms': '-1', 'retention.bytes': '-1' };
const days = (count: number) => String(count * 24 * 60 * 60 * 1000);

const publicNames = [
  'sessions',
  'care-relationships',
  'instruments',
  'requests',
  'responses',
  'scores',
  'alerts',
] as const;

const open = (name: (typeof publicNames)[number]) => `attune.public.${name}`;
export const publicTopics = publicNames.map(open);
export const people = 'attune.internal.people';
export const answers = 'attune.internal.answers';
export const deadLetters = 'attune.internal.dead-letters';

export const topics: readonly TopicPlan[] = [
  ...publicTopics.map((name) => ({ name, partitions, settings: forever })),
  // The last word about each person, until a tombstone erases it.
  { name: people, partitions, settings: { 'cleanup.policy': 'compact', 'min.cleanable.dirty.ratio': '0.1' } },
  { name: answers, partitions, settings: { 'cleanup.policy': 'delete', 'retention.ms': days(7) } },
  { name: deadLetters, partitions, settings: { 'cleanup.policy': 'delete', 'retention.ms': days(30) } },
];

/** What one Kafka principal may touch. Group ids are prefixes where `groupPrefix` is set. */
export interface Principal {
  readonly name: string;
  readonly reads: readonly string[];
  readonly writes: readonly string[];
  /** A topic prefix that may be read, so that a later topic of the kind needs no new rule. */
  readonly readsPrefix?: string;
  readonly group?: string;
  readonly groupPrefix?: string;
}

/** Services that own a database schema and a consumer group named like themselves. */
export const databaseServices = ['scheduling', 'questionnaires', 'scoring', 'alerting', 'caseload'] as const;
export type DatabaseService = (typeof databaseServices)[number];

const service = (name: string, reads: readonly string[], writes: readonly string[]): Principal => ({
  name,
  reads,
  writes: [...writes, deadLetters],
  // `scoring.rebuild-2`: a read model is rebuilt by a group of its own beside the old one.
  group: name,
  groupPrefix: `${name}.`,
});

export const principals: readonly Principal[] = [
  service('scheduling', [people], [open('sessions'), open('care-relationships'), people]),
  service(
    'questionnaires',
    [people, open('care-relationships'), open('sessions')],
    [open('instruments'), open('requests'), open('responses'), answers],
  ),
  service('scoring', [open('instruments'), answers, open('care-relationships')], [open('scores')]),
  service('alerting', [open('scores'), open('care-relationships'), people], [open('alerts')]),
  service('caseload', [...publicTopics, people], []),
  service(
    'gateway',
    ['alerts', 'scores', 'sessions', 'responses', 'care-relationships'].map(
      (name) => `attune.public.${name}`,
    ),
    [],
  ),
  { name: 'integrator', reads: [], writes: [], readsPrefix: 'attune.public.', groupPrefix: 'integrator.' },
];

/** The principal of the `attune` command: provisions, tails topics, sees every group. */
export const administrator = 'attune-admin';
/** The broker's own principal. */
export const brokerPrincipal = 'attune-broker';
