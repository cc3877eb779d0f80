import '../../language/in-english.ts';
import { expect, it } from '@jest/globals';
import { auditedActions } from '@attune/contracts';
import { actionChoices, actionWords } from './action-words.ts';

const inCode = (action: string) => action.replaceAll('-', ' ');

it('every action that a service writes down has words of its own', () => {
  expect(auditedActions.filter((action) => actionWords(action) === inCode(action))).toEqual([]);
  expect(new Set(auditedActions.map(actionWords)).size).toBe(auditedActions.length);
});

it('an action that is not known here is said by its code', () => {
  expect(actionWords('close-ledger')).toBe('close ledger');
  expect(actionWords('constructor')).toBe('constructor');
});

it('all are offered in the order of their words, the one of the address also when it is not known', () => {
  const choices = actionChoices('close-ledger');
  expect(choices).toHaveLength(auditedActions.length + 1);
  expect(choices.map(({ label }) => label)).toEqual(
    choices.map(({ label }) => label).toSorted((a, b) => a.localeCompare(b)),
  );
  expect(choices).toContainEqual({ value: 'close-ledger', label: 'close ledger' });
  expect(actionChoices('view-person')).toHaveLength(auditedActions.length);
});
