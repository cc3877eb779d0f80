import { expect, test } from '@jest/globals';
import { end, type CareRelationship } from './care-relationship.ts';

const primary: CareRelationship = {
  careRelationshipId: 'r',
  clientId: 'c',
  staffId: 't',
  kind: 'primary',
  from: new Date('2026-01-01T00:00:00Z'),
  to: null,
};
const summer = new Date('2026-07-01T00:00:00Z');

test('an open relationship is given its end', () => {
  expect(end(primary, summer)).toEqual({ ...primary, to: summer });
});

test('an end can be brought forward but not put off: whoever took over may be there by then', () => {
  const ended = { ...primary, to: summer };
  expect(end(ended, new Date('2026-05-01T00:00:00Z'))).toMatchObject({
    to: new Date('2026-05-01T00:00:00Z'),
  });
  expect(end(ended, new Date('2026-08-01T00:00:00Z'))).toBe('ended-before');
});

test('it cannot end before it begins', () => {
  expect(end(primary, primary.from)).toBe('ends-before-it-begins');
});
