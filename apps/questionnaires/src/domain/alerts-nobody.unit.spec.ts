import { expect, it } from '@jest/globals';
import { alertsNobody } from './alerts-nobody.ts';
import { phq9 } from './instruments/phq-9.ts';

const submittedAt = '2026-11-30T10:00:00.000Z';
const answered = (answeredAt: string, value: number, linkId = 'phq9-9') =>
  alertsNobody(phq9, { answers: [{ linkId, value }], answeredAt, submittedAt });

it('an answer about harm of more than fourteen days ago alerts nobody', () => {
  expect(answered('2026-11-16T09:59:59.999Z', 1)).toBe(true);
  expect(answered('2026-11-16T10:00:00.000Z', 1)).toBe(false);
});

it('nothing is said where nothing about harm was answered', () => {
  expect(answered('2026-01-01T10:00:00.000Z', 0)).toBe(false);
  expect(answered('2026-01-01T10:00:00.000Z', 3, 'phq9-1')).toBe(false);
});
