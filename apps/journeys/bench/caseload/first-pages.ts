import { Agent, get } from 'node:http';
import { percentile } from '../load/statistics.ts';
import type { AttachedPlatform } from '../running-platform.ts';
import { questions, type Question } from './questions.ts';

export interface Timed {
  readonly name: string;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** How many clients the question is true of. */
  readonly total: number;
}

const agent = new Agent({ keepAlive: true });
// The server plans a prepared statement anew until the sixth time: those before are not what people meet all day.
const warmUps = 10;

/** Every question so often, all in turn and one at a time, by the service's own HTTP. */
export async function timeFirstPages(
  platform: AttachedPlatform,
  origin: string,
  rounds: number,
): Promise<{ bare: Timed; each: Timed[]; all: Timed }> {
  const bare: number[] = [];
  const measured = questions.map((question) => ({ question, times: [] as number[], total: 0 }));
  const tokens = new Map<Question['as'], string>();
  for (const { as } of questions) if (!tokens.has(as)) tokens.set(as, await platform.token(as));
  for (let round = -warmUps; round < rounds; round++) {
    const asked = performance.now();
    await firstPage(`${origin}/health/live`, '');
    if (round >= 0) bare.push(performance.now() - asked);
    for (const each of measured) {
      const { as, query } = each.question;
      const started = performance.now();
      const { total } = await firstPage(`${origin}/api/caseload/clients?${query}`, tokens.get(as) ?? '');
      if (round >= 0) each.times.push(performance.now() - started);
      each.total = total;
    }
  }
  const each = measured.map(({ question: { name }, times, total }) => timed(name, times, total));
  return {
    // What the same process takes to say that it lives: the machine's own part, and what ratios are made with.
    bare: timed('bare answer', bare, 0),
    each,
    all: timed(
      'all',
      measured.flatMap(({ times }) => times),
      0,
    ),
  };
}

function timed(name: string, times: readonly number[], total: number): Timed {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number) => Math.round(percentile(sorted, part) * 10) / 10;
  return { name, p50: at(0.5), p95: at(0.95), p99: at(0.99), total };
}

/** Read to the end, as a browser does. */
export function firstPage(url: string, token: string): Promise<{ total: number }> {
  return new Promise((resolve, reject) => {
    const asked = get(url, { agent, headers: { authorization: `Bearer ${token}` } }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (text += chunk));
      response.on('error', reject);
      response.on('end', () => {
        if (response.statusCode === 200) resolve(JSON.parse(text) as { total: number });
        else reject(new Error(`the first page was answered ${response.statusCode}`));
      });
    });
    asked.on('error', reject);
  });
}
