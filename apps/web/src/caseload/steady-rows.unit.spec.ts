import { expect, it } from '@jest/globals';
import type { Client } from '../api/caseload.ts';
import { follow, inOrder, type SteadyRows } from './steady-rows.ts';

const client = (clientId: string, risk = 0) => ({ clientId, risk }) as Client;
const page = (...ids: string[]) => ({ items: ids.map((id) => client(id)) });
const ids = ({ rows }: SteadyRows) => rows.map(({ clientId }) => clientId).join('');

it('values change in their place, and the order only when it is asked for', () => {
  const before = inOrder([page('a', 'b', 'c')]);
  const pages = [{ items: [client('c', 9), client('a'), client('b')] }];
  const after = follow(before, pages);
  expect([ids(after), after.moved]).toEqual(['abc', true]);
  expect(after.rows[2]).toMatchObject({ risk: 9 });
  expect(ids(inOrder(pages))).toBe('cab');
});

it('says nothing when nobody has moved, or when they are back where they were', () => {
  const before = inOrder([page('a', 'b')]);
  expect(follow(before, [page('a', 'b')]).moved).toBe(false);
  expect(follow(follow(before, [page('b', 'a')]), [page('a', 'b')]).moved).toBe(false);
});

it('whoever is new waits, and whoever has gone stays as they were', () => {
  const before = inOrder([{ items: [client('a', 1), client('b')] }]);
  const after = follow(before, [page('n', 'b')]);
  expect([ids(after), after.moved]).toEqual(['ab', true]);
  expect(after.rows[0]).toMatchObject({ risk: 1 });
});

it('where there was nobody, everybody comes at once', () => {
  expect(ids(follow(inOrder([page()]), [page('a', 'b')]))).toBe('ab');
});

it('further pages follow, each client once', () => {
  const moved = follow(inOrder([page('a', 'b')]), [page('n', 'a')]);
  const after = follow(moved, [page('n', 'a'), page('b', 'c')]);
  expect([ids(after), after.moved]).toEqual(['abc', true]);
  expect(follow(inOrder([page('a', 'b')]), [page('a', 'b'), page('b', 'c')])).toMatchObject({
    moved: false,
    pages: 2,
  });
});
