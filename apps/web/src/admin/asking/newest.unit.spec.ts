import { expect, it } from '@jest/globals';
import type { Instrument } from '../../api/instruments.ts';
import { newestOf } from './newest.ts';

const instrument = (url: string, version: string): Instrument => ({
  ...{
    url,
    version,
    title: `Title of ${url}`,
    intro: '',
    notice: '',
    validated: true,
    items: [],
    scales: [],
  },
  ...{ publishedAt: '2026-01-01T00:00:00Z', keyRevision: 0 },
});

it('each instrument is there once, in the version with the highest numbers', () => {
  const all = [instrument('b', '1.0.0'), instrument('a', '1.9.0'), instrument('a', '1.10.0')];
  expect(newestOf(all).map(({ instrument: { url, version }, versions }) => [url, version, versions])).toEqual(
    [
      ['a', '1.10.0', 2],
      ['b', '1.0.0', 1],
    ],
  );
});
