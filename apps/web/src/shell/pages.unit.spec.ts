import '../language/in-english.ts';
import { expect, it } from '@jest/globals';
import { pagesOf } from './pages.ts';

const titles = (...roles: string[]) =>
  pagesOf({ id: 'p', name: 'P', roles })
    .filter(({ main }) => main)
    .map(({ title }) => title);

it('everybody is shown what is theirs, and nothing else', () => {
  expect(titles('therapist')).toEqual(['Alerts', 'My day', 'Caseload']);
  expect(titles('supervisor')).toEqual(['Alerts', 'Day', 'Caseload', 'Trends', 'Supervision']);
  expect(titles('operations')).toEqual([
    'Alerts',
    'Day',
    'Caseload',
    'Therapists',
    'Trends',
    'Administration',
  ]);
  expect(titles('clinic-lead')).toEqual([
    ...['Alerts', 'Day', 'Caseload', 'Therapists', 'Trends', 'Supervision', 'Administration'],
  ]);
  expect(titles('admin')).toEqual(['Administration']);
  expect(titles('integrator')).toEqual([]);
});

it('dead letters are for administrators, messages for those who look after clients', () => {
  const all = (role: string) => pagesOf({ id: 'p', name: 'P', roles: [role] }).map(({ to }) => to);
  expect([
    all('admin').includes('/admin/dead-letters'),
    all('operations').includes('/admin/dead-letters'),
  ]).toEqual([true, false]);
  expect([all('admin').includes('/admin/messages'), all('operations').includes('/admin/messages')]).toEqual([
    false,
    true,
  ]);
});
