import '../language/in-english.ts';
import { expect, it } from '@jest/globals';
import { readDocument } from './read-document.ts';

it('a document is one JSON object, and what is not says why', () => {
  expect(readDocument('{ "url": "a" }')).toEqual({ document: { url: 'a' } });
  expect(readDocument('[1]')).toEqual({ fault: 'It must be one JSON object: it begins with a brace.' });
  expect(readDocument('{ nothing')).toEqual({ fault: expect.stringContaining('It is no JSON: ') });
});
