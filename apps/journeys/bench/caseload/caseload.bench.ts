import type { AttachedPlatform } from '../running-platform.ts';
import { timeBoard, type Delay } from './board-delay.ts';
import { startApart } from './caseload-apart.ts';
import { fill, type Size } from './fill.ts';
import { timeFirstPages, type Timed } from './first-pages.ts';

export interface CaseloadReport {
  readonly size: Size;
  readonly firstPages: { readonly bare: Timed; readonly each: readonly Timed[]; readonly all: Timed };
  readonly eventToBoardMs: Delay;
}

const full = { size: { clients: 50_000, scores: 2_000_000 }, rounds: 100, events: 400 };
const quick = { size: { clients: 5_000, scores: 200_000 }, rounds: 20, events: 40 };

/** How the board does with the clients and scores of a very large provider. */
export async function benchCaseload(
  platform: AttachedPlatform,
  { small, say }: { small: boolean; say: (line: string) => void },
): Promise<CaseloadReport> {
  const { size, rounds, events } = small ? quick : full;
  const apart = await startApart(platform);
  try {
    say(`filling a caseload of its own: ${size.clients} clients, ${size.scores} scores`);
    await fill(apart.databaseUrl, size);
    say(`asking for first pages, ${rounds} rounds`);
    const firstPages = await timeFirstPages(platform, apart.origin, rounds);
    for (const line of asTable([firstPages.bare, ...firstPages.each, firstPages.all])) say(line);
    const eventToBoardMs = await timeBoard(platform, apart, events);
    const { p50, p95, p99, most } = eventToBoardMs;
    say(`event → board: p50 ${p50}, p95 ${p95}, p99 ${p99}, most ${most} ms of ${events} events`);
    return { size, firstPages, eventToBoardMs };
  } finally {
    await apart.stop();
  }
}

function asTable(rows: readonly Timed[]): string[] {
  const line = (cells: readonly (string | number)[]) =>
    cells
      .map((cell, i) =>
        i === 0 ? String(cell).padEnd(26) : (typeof cell === 'number' ? cell.toFixed(1) : cell).padStart(8),
      )
      .join('');
  return [
    line(['first page, ms', 'p50', 'p95', 'p99', 'clients']),
    ...rows.map(({ name, p50, p95, p99, total }) =>
      line([name, p50, p95, p99, name === 'all' || name === 'bare answer' ? '' : String(total)]),
    ),
  ];
}
