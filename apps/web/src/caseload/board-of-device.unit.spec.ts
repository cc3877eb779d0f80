import '../language/in-english.ts';
import { expect, it } from '@jest/globals';
import { boardOfDevice, forgetDevice, joined } from './board-of-device.ts';

const view = { name: 'Mine', search: { sort: 'missed' } };
const device = (views: string | null, hidden: string | null) =>
  new Map([
    ['attune.caseload-views.me', views],
    ['attune.caseload-hidden.me', hidden],
    ['attune.caseload-views.other', '[]'],
  ]);
const on = (kept: Map<string, string | null>) => ({
  getItem: (key: string) => kept.get(key) ?? null,
  removeItem: (key: string) => void kept.delete(key),
});
const found = (views: unknown, hidden: string | null = null) =>
  boardOfDevice(on(device(JSON.stringify(views), hidden)), 'me');

it('what an earlier version kept on the device is found once, for that person', () => {
  const kept = device(JSON.stringify([view]), 'missed,care');
  expect(boardOfDevice(on(kept), 'me')).toEqual({ views: [view], hidden: ['missed', 'care'] });
  forgetDevice(on(kept), 'me');
  expect(boardOfDevice(on(kept), 'me')).toBeNull();
  expect([...kept.keys()]).toEqual(['attune.caseload-views.other']);
});

it('of a view only that is taken over which the platform takes', () => {
  const old = {
    sort: 'luck',
    filter: 'missed:1..,fortune:2..',
    search: 'ana',
    therapistId: 'x',
    care: 'all',
  };
  expect(found([{ name: ` ${'M'.repeat(70)}`, search: old }], '<b>,care')).toEqual({
    views: [{ name: 'M'.repeat(60), search: { care: 'all', filter: 'missed:1..' } }],
    hidden: ['care'],
  });
  expect(found([view, { name: ' ', search: {} }, { name: 'MI\u200bNE', search: {} }])?.views).toEqual([
    { name: 'MINE', search: {} },
  ]);
});

it.each(['{', '7', '[1,{"name":3}]'])('what somebody else wrote there is no view: %s', (text) => {
  expect(boardOfDevice(on(device(text, null)), 'me')).toBeNull();
});

it('adds to what another device has handed over, and changes nothing of it', () => {
  const theirs = { views: [{ name: 'Mine', search: { sort: 'name' as const } }], hidden: ['care'] };
  const mine = { views: [view, { name: 'More', search: {} }], hidden: ['missed'] } as typeof theirs;
  expect(joined(theirs, mine)).toEqual({
    views: [theirs.views[0], { name: 'More', search: {} }],
    hidden: ['care'],
  });
  expect(joined({ views: [], hidden: [] }, mine)).toEqual(mine);
});
