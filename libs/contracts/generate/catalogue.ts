import { contracts, topics } from '../src/index.ts';

/** The catalogue for people: each topic with its events. */
export function catalogue(): string {
  const lines = [
    '# Events',
    '',
    'Generated from `libs/contracts` by `npm run generate`. How to subscribe: [the integrator’s guide](../guides/integrator.md). For machines: [asyncapi.yaml](asyncapi.yaml) and [schemas/](schemas/).',
  ];
  for (const { name, visibility, keyedBy, partitions, cleanup, retentionMs, description } of topics) {
    const kept =
      cleanup === 'compact'
        ? 'compacted'
        : retentionMs === -1
          ? 'kept for ever'
          : `kept ${retentionMs / 86_400_000} days`;
    lines.push(
      '',
      `## ${name}`,
      '',
      description,
      '',
      `${visibility}; keyed by ${keyedBy}; ${partitions} partitions; ${kept}`,
    );
    for (const { type, title, description: when, topic, example } of contracts) {
      if (topic !== name) continue;
      lines.push(
        '',
        `### ${title}`,
        '',
        `[\`${type}\`](schemas/${type}.json) ${when}`,
        '',
        '```json',
        JSON.stringify(example, null, 2),
        '```',
      );
    }
  }
  return `${lines.join('\n')}\n`;
}
