import { setTimeout as sleep } from 'node:timers/promises';
import { examine, type Examination } from './check/examine.ts';
import type { Finding } from './check/finding.ts';
import type { TopicLog } from './check/topic-log.ts';
import { untilQuiet } from './check/until-quiet.ts';
import type { Fault } from './fault.ts';
import type { ChaosPlatform } from './platform/chaos-platform.ts';
import { probe } from './probe.ts';
import { Clinic } from './stream/clinic.ts';
import { Stream } from './stream/stream.ts';

/** How much of everything. */
export interface Plan {
  readonly clients: number;
  readonly leastResponses: number;
  readonly restMs: number;
  readonly rounds: number;
  /** How long recovery, or quiet, may take before the run goes on without. */
  readonly patienceMs: number;
}

export interface Outcome {
  readonly name: string;
  readonly repetitions: number;
  readonly submitted: number;
  readonly findings: readonly Finding[];
  /** After each repetition; infinity where the platform did not come back in time. */
  readonly recoveries: readonly number[];
  readonly repeats: number;
  readonly retries: number;
  /** What went wrong besides the sets. */
  readonly failure?: string;
}

/** Lets many clients answer while the fault goes on and on, waits until all is quiet, and compares. */
export async function runFault(
  platform: ChaosPlatform,
  log: TopicLog,
  fault: Fault,
  plan: Plan,
): Promise<Outcome> {
  const clinic = await Clinic.open(platform);
  const patients = await clinic.admit(plan.clients + 1);
  const [prober] = patients;
  if (!prober) throw new Error('there are no clients');
  const stream = new Stream(patients.slice(1), { least: plan.leastResponses, restMs: plan.restMs });
  const recoveries: number[] = [];
  const scene = {
    ...{ platform, clinic, rounds: plan.rounds },
    async strike(harm: () => Promise<void>) {
      await harm();
      recoveries.push(await probe(platform, clinic, prober, plan.patienceMs).catch(() => Infinity));
    },
  };
  const flowing = stream.run();
  // Whether it fails is asked below; until then nobody would hear it.
  flowing.catch(() => undefined);
  let failure: string | undefined;
  const note = (error: unknown) => (failure ??= error instanceof Error ? error.message : String(error));
  await sleep(plan.restMs / 2);
  await fault.run(scene).catch(note);
  stream.end();
  await flowing.catch(note);
  await untilQuiet(platform, plan.patienceMs);
  await fault.afterwards?.(scene).catch(note);
  const { findings, repeats } = await conclude(clinic, patients, platform, log, plan);
  return {
    ...{ name: fault.name, repetitions: recoveries.length, submitted: countOf(patients), findings, repeats },
    recoveries,
    retries: clinic.door.retries,
    ...(failure !== undefined && { failure }),
  };
}

const countOf = (patients: readonly { submissions: readonly unknown[] }[]) =>
  patients.reduce((sum, { submissions }) => sum + submissions.length, 0);

/** A platform that still works at something is looked at once more: only what stays wrong is wrong. */
async function conclude(
  clinic: Clinic,
  patients: Parameters<typeof examine>[1],
  platform: ChaosPlatform,
  log: TopicLog,
  { patienceMs }: Plan,
): Promise<Examination> {
  let found = { findings: [], repeats: 0 } as Examination;
  for (let look = 0; look < 2; look++) {
    await untilQuiet(platform, patienceMs);
    found = await examine(clinic, patients, log);
    if (found.findings.length === 0) break;
    await sleep(patienceMs / 10);
  }
  return found;
}
