import { expect, it } from '@jest/globals';
import { QueryClient } from '@tanstack/react-query';
import type { Alert } from './alerts.ts';
import { changeKept } from './kept-alerts.ts';

const alert = (alertId: string) => ({ alertId, status: 'open' }) as Alert;
const page = () => ({ items: [alert('a'), alert('b')], next: null });
const keys = [['alerts'], ['alerts', 'client'], ['alerts', 'escalated'], ['alerts', 'unrepaired']];

it('an alert is changed on every page that shows it, and no other', () => {
  const queries = new QueryClient();
  queries.setQueryData(keys[0]!, { pages: [page(), page()], pageParams: [] });
  for (const key of keys.slice(1)) queries.setQueryData(key, page());
  changeKept(queries, 'a', (one) => ({ ...one, status: 'acknowledged' }));
  const items = [{ status: 'acknowledged' }, { status: 'open' }];
  expect(queries.getQueryData(keys[0]!)).toMatchObject({ pages: [{ items }, { items }] });
  for (const key of keys.slice(1)) expect(queries.getQueryData(key)).toMatchObject({ items });
});

it('what has not been fetched yet stays so', () => {
  const queries = new QueryClient();
  changeKept(queries, 'a', (one) => one);
  expect(queries.getQueryData(['alerts'])).toBeUndefined();
});
