import { describe, expect, it, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { Kafka } from 'cloudevents';
import { contracts, headers, topics, toSequence } from '../src/index.ts';
import { toJsonSchema } from './json-schema.ts';

describe.each(contracts.map((contract) => [contract.type, contract] as const))('%s', (type, contract) => {
  it('has an example that keeps its contract, by zod and by JSON Schema', () => {
    expect(contract.parse(contract.example)).toEqual(contract.example);
    const ajv = new Ajv2020({ strict: false });
    (addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
    expect([ajv.validate(toJsonSchema(contract), contract.example), ajv.errors]).toEqual([true, null]);
  });

  it('is on a topic that is known, and named by its version', () => {
    expect(topics.map(({ name }) => name)).toContain(contract.topic);
    expect(type).toMatch(/^attune\.[a-z]+\.[a-z-]+\.v\d+$/);
  });
});

const open = contracts.filter(({ topic }) => topic.startsWith('attune.public.'));

test.each(open.map((contract) => [contract.type, contract] as const))(
  '%s has no room for a free text',
  (_, contract) => {
    // Titles of instruments, their scales and of rules, and the sources of their numbers, are the one exception: those events are about nobody.
    const aboutNobody = /instrument-|rule-set-published/.test(contract.type);
    const allowed = aboutNobody ? /\/title$|\/source$|\/form\/|\/expression\// : /^$/;
    expect(freeStrings(toJsonSchema(contract)).filter((path) => !allowed.test(path))).toEqual([]);
  },
);

function freeStrings(schema: unknown, path = ''): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const {
    type,
    properties,
    items,
    anyOf,
    format,
    pattern,
    enum: words,
    const: word,
  } = schema as Record<string, unknown>;
  const bound = [format, pattern, words, word].some((limit) => limit !== undefined);
  return [
    ...(type === 'string' && !bound ? [path] : []),
    ...Object.entries((properties ?? {}) as object).flatMap(([name, inner]) =>
      freeStrings(inner, `${path}/${name}`),
    ),
    ...freeStrings(items, `${path}/*`),
    ...((anyOf ?? []) as unknown[]).flatMap((inner) => freeStrings(inner, path)),
  ];
}

test('the npm cloudevents package reads our headers', () => {
  const [contract] = contracts;
  const message = {
    key: 'k',
    value: JSON.stringify(contract?.example),
    headers: {
      [headers.specversion]: '1.0',
      [headers.id]: '1',
      [headers.type]: contract?.type ?? '',
      [headers.source]: contract?.source ?? '',
      [headers.sequence]: toSequence(7),
      [headers.contentType]: 'application/json',
    },
  };
  expect(Kafka.toEvent(message as never)).toMatchObject({
    type: contract?.type,
    sequence: '00000000000000000007',
    data: contract?.example,
  });
});
