import { globSync, readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';

const controllers = globSync('{apps,libs}/*/src/**/*.controller.ts', {
  // The gateway describes itself.
  exclude: (path) => path.startsWith('apps/gateway'),
});
const count = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].length;

it('every operation of the API says in a line what it is for', () => {
  const silent = controllers.filter((path) => {
    const text = readFileSync(path, 'utf8');
    const operations = count(text, /^ +@(Get|Post|Put|Patch|Delete)\(/gm);
    return !text.includes('ApiExclude') && operations !== count(text, /^ +@ApiOperation\(/gm);
  });
  expect(silent).toEqual([]);
  expect(controllers.length).toBeGreaterThan(50);
});
