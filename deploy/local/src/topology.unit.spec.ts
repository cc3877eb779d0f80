import { expect, it } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import * as contracts from '@attune/contracts';
import { databaseServices, principals } from './topology.ts';

const apps = new URL('../../../apps/', import.meta.url).pathname;
const defined = contracts as unknown as Readonly<Record<string, { readonly topic?: string }>>;

/** The topics of the events that a service has a consumer for, by what its source says. */
function consumedBy(service: string): string[] {
  const sources = globSync(`${apps}${service}/src/**/*.ts`).map((path) => readFileSync(path, 'utf8'));
  const names = sources
    .flatMap((source) => [...source.matchAll(/@OnEvent\(([\w\s,]+)\)/g)])
    .flatMap(([, list = '']) => list.split(',').map((name) => name.trim()));
  return names.flatMap((name) => defined[name]?.topic ?? []);
}

it('most services consume something, otherwise nothing is looked at below', () => {
  expect(databaseServices.filter((service) => consumedBy(service).length === 0)).toEqual(['scheduling']);
});

// A topic that may not be read keeps a consumer from joining its group: the service would hear of nothing at all.
it.each(databaseServices)('%s may read every topic that it consumes', (service) => {
  const consumed = [...new Set(consumedBy(service))];
  const reads = principals.find(({ name }) => name === service)?.reads ?? [];
  expect(consumed.filter((topic) => !reads.includes(topic))).toEqual([]);
});
