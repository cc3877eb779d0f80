import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { columns } from './export-row.ts';

it('the columns have names that a program can rely on', () => {
  for (const column of columns) expect(column).toMatch(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/);
});

it('the operations guide says what each column is, in their order', () => {
  const guide = readFileSync(new URL('../../../../../docs/guides/operations.md', import.meta.url), 'utf8');
  const [, table = ''] = guide.split('| column');
  const [rows = ''] = table.split('\n\n');
  expect([...rows.matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name)).toEqual(columns);
});
