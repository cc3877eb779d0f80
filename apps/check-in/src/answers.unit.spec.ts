import { expect, test } from '@jest/globals';
import { forget, keep, readKept, toSubmission } from './answers.ts';

function memory(): Storage {
  const map = new Map<string, string>();
  return {
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, value: string) => void map.set(key, value),
    removeItem: (key: string) => void map.delete(key),
  } as unknown as Storage;
}

test('answers and their key survive a reload, for this request alone', () => {
  const storage = memory();
  const { key } = readKept(storage, 'one');
  keep(storage, 'one', { answers: { a: 3 }, key });
  expect(readKept(storage, 'one')).toEqual({ answers: { a: 3 }, key });
  expect(readKept(storage, 'two').answers).toEqual({});
  forget(storage, 'one');
  expect(readKept(storage, 'one').key).not.toBe(key);
});

test('what somebody else wrote there is not taken for answers', () => {
  const storage = memory();
  storage.setItem('attune-answers-one', '"nonsense"');
  expect(readKept(storage, 'one').answers).toEqual({});
});

test('an item without an answer is sent as null, and zero is an answer', () => {
  expect(toSubmission([{ linkId: 'a' }, { linkId: 'b' }], { a: 0 })).toEqual([
    { linkId: 'a', value: 0 },
    { linkId: 'b', value: null },
  ]);
});
