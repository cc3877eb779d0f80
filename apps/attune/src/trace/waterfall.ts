import type { Span } from './span.ts';

const barWidth = 40;

/** The spans of one trace as lines of text: when each began, how long it took, where in the whole. Pure. */
export function waterfall(spans: readonly Span[]): string {
  const begin = Math.min(...spans.map(({ startMs }) => startMs));
  const end = Math.max(...spans.map(({ startMs, durationMs }) => startMs + durationMs));
  const scale = barWidth / Math.max(end - begin, 0.001);
  const lines = spans.map((span) => {
    const from = Math.min(barWidth - 1, Math.floor((span.startMs - begin) * scale));
    const length = Math.max(1, Math.min(barWidth - from, Math.round(span.durationMs * scale)));
    const bar = `${' '.repeat(from)}${'█'.repeat(length)}`.padEnd(barWidth);
    const [start, took] = [(span.startMs - begin).toFixed(1), span.durationMs.toFixed(1)];
    return `${span.service.padEnd(15)}${start.padStart(8)} ${took.padStart(8)} ms  ${bar}  ${span.name}`;
  });
  const title = `trace ${spans[0]?.traceId}: ${(end - begin).toFixed(1)} ms, ${spans.length} spans`;
  return [title, `${'service'.padEnd(15)}${'start'.padStart(8)} ${'took'.padStart(8)}`, ...lines].join('\n');
}
