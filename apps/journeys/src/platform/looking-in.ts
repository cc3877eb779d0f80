import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { call } from './api.ts';
import type { PlatformInUse } from './running-platform.ts';

/** Where each service answers those who run it, above the base port. The gateway has a port of its own for that. */
const places = {
  scheduling: 1,
  questionnaires: 2,
  scoring: 3,
  alerting: 4,
  caseload: 5,
  gateway: 7,
  notifications: 8,
} as const;
export const lookedInto = Object.keys(places) as (keyof typeof places)[];

const urlOf = ({ port }: PlatformInUse, service: keyof typeof places) =>
  `http://127.0.0.1:${port + places[service]}`;

/** What every process has written, the servers' too. */
export function logsOf({ home }: PlatformInUse): string {
  const folder = join(home, 'logs');
  return readdirSync(folder)
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n');
}

export async function metricsOf(platform: PlatformInUse): Promise<string> {
  const texts = lookedInto.map(async (service) =>
    (await fetch(`${urlOf(platform, service)}/metrics`)).text(),
  );
  return (await Promise.all(texts)).join('\n');
}

export interface SeenSpan {
  readonly service: string;
  readonly name: string;
  readonly [field: string]: unknown;
}

/** What every service remembers of a trace. */
export async function spansOf(platform: PlatformInUse, trace: string): Promise<SeenSpan[]> {
  const token = await platform.token('admin');
  const found = await Promise.all(
    lookedInto.map(async (service) => {
      const url = `${urlOf(platform, service)}/internal/spans?trace=${trace}`;
      const { body } = await call<{ spans: SeenSpan[] }>(url, { token });
      return body.spans.map((span) => ({ ...span, service }));
    }),
  );
  return found.flat();
}
