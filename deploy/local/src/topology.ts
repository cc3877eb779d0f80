import { topics as published, type TopicName } from '@attune/contracts';

/** A topic as the broker is asked for it. */
export interface TopicPlan {
  readonly name: string;
  readonly partitions: number;
  readonly settings: Readonly<Record<string, string>>;
}

export const people = 'attune.internal.people' satisfies TopicName;
export const answers = 'attune.internal.answers' satisfies TopicName;
export const risks = 'attune.internal.risks' satisfies TopicName;
export const links = 'attune.internal.links' satisfies TopicName;
export const deadLetters = 'attune.internal.dead-letters' satisfies TopicName;
export const publicTopics = published
  .filter(({ visibility }) => visibility === 'public')
  .map(({ name }) => name);

const open = (name: string) => `attune.public.${name}`;

export const topics: readonly TopicPlan[] = published.map(({ name, partitions, cleanup, retentionMs }) => ({
  name,
  partitions,
  settings: {
    'cleanup.policy': cleanup,
    // The last word about each person stays: that somebody was erased is one, too.
    ...(cleanup === 'compact'
      ? { 'min.cleanable.dirty.ratio': '0.1' }
      : { 'retention.ms': String(retentionMs) }),
    ...(retentionMs === -1 && { 'retention.bytes': '-1' }),
  },
}));

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

/** Services whose tables are nothing but copies of what others tell: they can be built anew beside themselves. */
export const rebuildableServices: readonly string[] = ['caseload'];

/** Services that own a database schema and a consumer group named like themselves. */
export const databaseServices = [
  'scheduling',
  'questionnaires',
  'scoring',
  'alerting',
  'notifications',
  'caseload',
] as const;
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
  service('scheduling', [people], [open('sessions'), open('care-relationships'), open('clinic'), people]),
  service(
    'questionnaires',
    [people, links, ...['care-relationships', 'sessions', 'messages'].map(open)],
    [open('instruments'), open('requests'), open('responses'), answers],
  ),
  service(
    'scoring',
    [open('instruments'), answers, open('care-relationships'), open('rule-sets')],
    [open('scores'), risks],
  ),
  service(
    'alerting',
    [
      ...['scores', 'care-relationships', 'requests', 'responses', 'sessions', 'clinic'].map(open),
      open('instruments'),
      risks,
      people,
    ],
    [open('alerts'), open('rule-sets')],
  ),
  service(
    'notifications',
    [people, ...['requests', 'responses', 'alerts', 'care-relationships'].map(open)],
    [open('messages'), links],
  ),
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
