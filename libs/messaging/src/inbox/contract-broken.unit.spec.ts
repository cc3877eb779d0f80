import { expect, it } from '@jest/globals';
import { contractBroken } from './failures.ts';

it('names the fields in which an event breaks its contract, and nothing that stands in them', () => {
  const issues = [{ path: ['items', 0, 'linkId'] }, { path: ['items', 1, 'linkId'] }, { path: ['clientId'] }];
  expect(contractBroken(issues)).toBe('contract-broken-items-link-id-client-id');
  expect(contractBroken([{ path: [] }])).toBe('contract-broken');
});
