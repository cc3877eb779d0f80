import { describe, expect, it } from '@jest/globals';
import { breaches } from './compatibility.ts';

const before = {
  type: 'object',
  properties: {
    id: { type: 'string' },
    tags: { type: 'array', items: { type: 'string', enum: ['a', 'b'] } },
  },
  required: ['id'],
};
const properties = before.properties;

describe('a version of an event', () => {
  it.each([
    ['stays as it is', before],
    ['gains an optional field', { ...before, properties: { ...properties, more: { type: 'number' } } }],
    ['is described better', { ...before, description: 'better' }],
  ])('may be kept when it %s', (_, after) => {
    expect(breaches(before, after)).toEqual([]);
  });

  it.each([
    ['loses a field', { ...before, properties: { id: properties.id } }, '/tags is gone'],
    [
      'changes a type',
      { ...before, properties: { ...properties, id: { type: 'number' } } },
      '/id changed its type',
    ],
    [
      'asks for a new field',
      { ...before, properties: { ...properties, more: {} }, required: ['id', 'more'] },
      '/more is new and required',
    ],
    ['promises less', { ...before, required: [] }, '/id changed between required and optional'],
    [
      'says more words in a list',
      {
        ...before,
        properties: {
          ...properties,
          tags: { type: 'array', items: { type: 'string', enum: ['a', 'b', 'c'] } },
        },
      },
      '/tags/* changed its enum',
    ],
  ])('must be a new one when it %s', (_, after, breach) => {
    expect(breaches(before, after)).toEqual([breach]);
  });
});
