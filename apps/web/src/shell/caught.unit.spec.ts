import '../language/in-english.ts';
import { beforeEach, expect, it, jest } from '@jest/globals';
import { away, notPermitted } from '../api/http.ts';
import { onCaughtError } from './caught.ts';

const told = jest.fn();
beforeEach(() => {
  told.mockClear();
  Object.assign(globalThis, { reportError: told });
});

it('a page that is not for the role is no fault', () => {
  onCaughtError(notPermitted());
  expect(told).not.toHaveBeenCalled();
});

it.each([new Error('A fault'), away()])('%s is told', (error) => {
  onCaughtError(error);
  expect(told).toHaveBeenCalledWith(error);
});
