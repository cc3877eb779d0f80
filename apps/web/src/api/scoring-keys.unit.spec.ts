import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { QueryClient } from '@tanstack/react-query';
import { nextLook, rescoringQuery } from './scoring-keys.ts';

const asked: string[] = [];
let answers: Readonly<Record<string, unknown>>;
const original = globalThis.fetch;
beforeEach(() => {
  asked.length = 0;
  globalThis.fetch = jest.fn<typeof fetch>((path) => {
    asked.push(path as string);
    return Promise.resolve(Response.json(answers[path as string]));
  });
});
afterEach(() => {
  globalThis.fetch = original;
});

const [outlook, one] = [
  '/api/questionnaires/instruments/phq-9/1/rescorings',
  '/api/questionnaires/rescorings/r',
];
const rescoring = (republished: number, finishedAt: string | null) => ({
  ...{ rescoringId: 'r', requestedAt: '2026-11-30T10:00:00Z', republished, finishedAt },
});

it('counts responses before it begins and when it is over, and only looks how far it is meanwhile', async () => {
  const query = rescoringQuery({ url: 'https://attune.example/instruments/phq-9', version: '1' });
  const queries = new QueryClient({ defaultOptions: { queries: { gcTime: Infinity } } });
  const look = () => queries.fetchQuery({ ...query, staleTime: 0 });
  answers = { [outlook!]: { responses: 9, latest: rescoring(0, null) }, [one!]: rescoring(5, null) };
  expect((await look()).latest?.republished).toBe(0);
  expect(await look()).toEqual({ responses: 9, latest: rescoring(5, null) });
  const over = rescoring(9, '2026-11-30T10:01:00Z');
  answers = { [outlook!]: { responses: 10, latest: over }, [one!]: over };
  expect(await look()).toEqual({ responses: 10, latest: over });
  expect(asked).toEqual([outlook, one, one, outlook]);
});

it.each([
  [0, 2_000],
  [60, 6_000],
  [3_600, 30_000],
])('%i seconds after it was asked for the next look is in %i ms', (seconds, wait) => {
  const since = '2026-11-30T10:00:00Z';
  expect(nextLook(since, Date.parse(since) + seconds * 1_000)).toBe(wait);
});
