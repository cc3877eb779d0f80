import { stringify } from 'yaml';
import { contracts } from '../src/index.ts';
import { asyncApi } from './asyncapi.ts';
import { catalogue } from './catalogue.ts';
import { toJsonSchema } from './json-schema.ts';

/** Every generated file by its path below docs/events. */
export function documents(): Map<string, string> {
  const schemas = contracts.map(
    (contract) =>
      [`schemas/${contract.type}.json`, `${JSON.stringify(toJsonSchema(contract), null, 2)}\n`] as const,
  );
  return new Map([
    ...schemas,
    ['asyncapi.yaml', stringify(asyncApi(), { aliasDuplicateObjects: false })],
    ['README.md', catalogue()],
  ]);
}
