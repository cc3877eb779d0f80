import { expect, it } from '@jest/globals';
import { boardOfDevice, forgetDevice } from './board-of-device.ts';

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

it('what an earlier version kept on the device is found once, for that person', () => {
  const kept = device(JSON.stringify([view]), 'missed,care');
  expect(boardOfDevice(on(kept), 'me')).toEqual({ views: [view], hidden: ['missed', 'care'] });
  forgetDevice(on(kept), 'me');
  expect(boardOfDevice(on(kept), 'me')).toBeNull();
  expect([...kept.keys()]).toEqual(['attune.caseload-views.other']);
});

it.each(['{', '7', '[1,{"name":3}]'])('what somebody else wrote there is no view: %s', (text) => {
  expect(boardOfDevice(on(device(text, null)), 'me')).toBeNull();
});

it('a device that has kept nothing has nothing to hand over', () => {
  expect(boardOfDevice(on(device(null, null)), 'me')).toBeNull();
});
