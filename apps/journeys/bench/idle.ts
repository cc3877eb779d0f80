import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { pidsOf } from '../src/platform/processes.ts';

export interface Idle {
  readonly service: string;
  readonly rssMb: number;
  /** Of one core. */
  readonly cpuPercent: number;
}

const services = [
  'scheduling',
  'questionnaires',
  'scoring',
  'alerting',
  'notifications',
  'caseload',
  'gateway',
];
const watchMs = 20_000;
const ticksPerSecond = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/** What each service takes while nobody asks anything of it. */
export async function watchIdle(home: string): Promise<Idle[]> {
  const pids = await Promise.all(
    services.map(async (service) => ({ service, pid: (await pidsOf(home, service))[0] ?? 0 })),
  );
  const before = pids.map(({ pid }) => cpuSeconds(pid));
  await sleep(watchMs);
  return pids.map(({ service, pid }, i) => ({
    service,
    rssMb: Math.round(residentMb(pid)),
    cpuPercent: round(((cpuSeconds(pid) - (before[i] ?? 0)) * 100_000) / watchMs),
  }));
}

const round = (value: number) => Math.round(value * 100) / 100;

function cpuSeconds(pid: number): number {
  // Behind the name in brackets, which may hold anything: user and system time are the 12th and 13th.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}

function residentMb(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1024;
}
