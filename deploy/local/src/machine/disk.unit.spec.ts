import { expect, test } from '@jest/globals';
import { asDiskProblem, requireRoom } from './disk.ts';
import { tmpdir } from 'node:os';

test.each([
  Object.assign(new Error('write'), { code: 'ENOSPC' }),
  new Error('FATAL:  could not extend file "base/1/2": No space left on device'),
  new Error('java.io.IOException: No space left on device'),
])('a full disk is named, whoever says so: %s', (error) => {
  expect(asDiskProblem(error, '/x')?.message).toBe(
    'The disk that holds /x is full. Free some space, or set ATTUNE_HOME to a folder on another disk.',
  );
});

test('anything else is not the disk', () => {
  expect(asDiskProblem(new Error('port in use'), '/x')).toBeUndefined();
  expect(asDiskProblem(undefined, '/x')).toBeUndefined();
});

test('too little room is refused before anything is written', async () => {
  await expect(requireRoom(tmpdir(), 1e9)).rejects.toThrow(/ MB free and Attune needs 1000000000 MB/);
  await expect(requireRoom(tmpdir(), 0)).resolves.toBeUndefined();
});
