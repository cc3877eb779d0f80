import { expect, it } from '@jest/globals';
import { ErrorToLog } from './error-to-log.ts';
import { describe as describeError } from './problem.filter.ts';

it('tells where something happened, and no message that may quote somebody', () => {
  const told = describeError(new TypeError('Mrs Example wrote this'));
  expect(told).toMatchObject({ error: 'TypeError' });
  expect(told.at?.[0]).toContain('problem.filter.unit.spec');
  expect(JSON.stringify(told)).not.toContain('Example');
});

it('tells what of the database refused, and none of its words', () => {
  const refusal = {
    code: '23505',
    table: 'person',
    constraint: 'person_pkey',
    detail: 'Key (name)=(Example)',
  };
  const told = describeError(Object.assign(new Error('Example is there already'), refusal));
  expect(told).toMatchObject({ code: '23505', table: 'person', constraint: 'person_pkey' });
  expect(JSON.stringify(told)).not.toContain('Example');
});

it('tells what an error says that holds nothing of anybody', () => {
  const told = describeError(new ErrorToLog('The data of attune.x.v1 breaks its contract at zone'));
  expect(told).toMatchObject({ said: 'The data of attune.x.v1 breaks its contract at zone' });
});
