import { everyFault, everyMutation, type Mutation } from './catalogue.ts';
import { TopicLog } from './check/topic-log.ts';
import type { Fault } from './fault.ts';
import { type ChaosPlatform, startChaosPlatform } from './platform/chaos-platform.ts';
import { type ChaosReport, type FaultReport, type MutationReport, toReport } from './report.ts';
import { type Outcome, type Plan, runFault } from './run-fault.ts';

export interface ChaosOptions {
  readonly port: number;
  readonly plan: Plan;
  /** For a mutation it is enough that something shows. */
  readonly mutationPlan: Plan;
  readonly faults?: readonly Fault[];
  readonly mutations?: readonly Mutation[];
  readonly say: (line: string) => void;
  /** Told of a platform that runs now, so that somebody who is interrupted can stop it. */
  readonly onPlatform?: (platform: ChaosPlatform | undefined) => void;
}

/** Breaks everything on platforms of its own, and removes them. */
export async function runChaos(options: ChaosOptions): Promise<ChaosReport> {
  const { faults = everyFault, mutations = everyMutation } = options;
  return {
    faults: faults.length === 0 ? [] : await breakAll(options, faults),
    mutations: await mutateAll(options, mutations),
  };
}

function breakAll(options: ChaosOptions, faults: readonly Fault[]): Promise<FaultReport[]> {
  return onPlatform(options, undefined, async (platform, log) => {
    const reports: FaultReport[] = [];
    for (const fault of faults) {
      const outcome = await runFault(platform, log, fault, options.plan);
      reports.push(toReport(outcome));
      tell(options.say, outcome);
    }
    return reports;
  });
}

async function mutateAll(options: ChaosOptions, mutations: readonly Mutation[]): Promise<MutationReport[]> {
  const reports: MutationReport[] = [];
  for (const { name, fault, as } of mutations) {
    const { findings, failure } = await onPlatform(options, name, (platform, log) =>
      runFault(platform, log, fault, options.mutationPlan),
    );
    const shown = findings.filter(({ kind }) => kind === as);
    const caught = shown.length > 0;
    reports.push({ name, caught, ...(!caught && failure !== undefined && { failure }) });
    const first = shown[0] ? `, such as ${shown[0].what}` : '';
    options.say(`${caught ? '✓' : '✗'} ${name} under ${fault.name}: ${shown.length} ${as}${first}`);
  }
  return reports;
}

async function onPlatform<T>(
  { port, say, onPlatform: told }: ChaosOptions,
  mutation: string | undefined,
  work: (platform: ChaosPlatform, log: TopicLog) => Promise<T>,
): Promise<T> {
  say(mutation === undefined ? 'Starting a platform to break' : `Starting one with ${mutation}`);
  const platform = await startChaosPlatform(port, mutation);
  told?.(platform);
  try {
    return await work(platform, new TopicLog(platform.kafkaAs()));
  } finally {
    await platform.stop();
    told?.(undefined);
  }
}

const mostShown = 10;

function tell(say: (line: string) => void, outcome: Outcome): void {
  const { name, repetitions, submitted, lost, doubled, reordered, recoverySecondsMax } = toReport(outcome);
  const { findings, recoveries, repeats, retries, failure } = outcome;
  const wrong = findings.length > 0 || failure !== undefined;
  say(
    `${wrong ? '✗' : '✓'} ${name.padEnd(26)} ${repetitions} times, ${submitted} responses: ` +
      `${lost} lost, ${doubled} doubled, ${reordered} reordered; back within ${recoverySecondsMax} s ` +
      `(${retries} calls repeated, ${repeats} messages twice on the wire)`,
  );
  say(`    seconds to recover: ${recoveries.map((seconds) => seconds.toFixed(1)).join(' ')}`);
  if (failure !== undefined) say(`    ${failure}`);
  for (const { kind, what } of findings.slice(0, mostShown)) say(`    ${kind}: ${what}`);
}
