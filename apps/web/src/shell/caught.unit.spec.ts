import '../language/in-english.ts';
import { afterEach, expect, it, jest } from '@jest/globals';
import { away, notPermitted } from '../api/http.ts';
import { onCaughtError } from './caught.ts';

const said = jest.spyOn(console, 'error').mockReturnValue();
afterEach(() => {
  said.mockClear();
});

it('a page that is not for the role is no fault', () => {
  onCaughtError(notPermitted(), {});
  expect(said).not.toHaveBeenCalled();
});

it.each([new Error('A fault'), away()])('%s is told', (error) => {
  onCaughtError(error, { componentStack: 'at Page' });
  expect(said).toHaveBeenCalledWith(error, 'at Page');
});
