import { setTimeout as pass } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import { ExpressionTooSlow, TimeBudget } from './expression-sandbox.ts';

const within = (budget: TimeBudget, atMostMs: number, takes = 0) =>
  budget.spend(atMostMs, async (ms) => {
    await pass(takes);
    return ms;
  });

it('gives a task what it asks for, and never more than is left', async () => {
  expect(await within(new TimeBudget(1_000), 200)).toBe(200);
  expect(await within(new TimeBudget(100), 200)).toBe(100);
});

it('takes off what a task has taken, and no more', async () => {
  const budget = new TimeBudget(10_000);
  await within(budget, 10_000, 100);
  const left = await within(budget, 10_000);
  expect(left).toBeGreaterThan(5_000);
  expect(left).toBeLessThan(9_910);
});

it('counts a task that fails as well', async () => {
  const budget = new TimeBudget(50);
  const failing = budget.spend(50, async () => {
    await pass(80);
    throw new Error('mine');
  });
  await expect(failing).rejects.toThrow('mine');
  await expect(within(budget, 1)).rejects.toThrow(ExpressionTooSlow);
});

it('begins nothing when all is spent', async () => {
  let begun = false;
  const late = new TimeBudget(0.9).spend(10, () => {
    begun = true;
    return Promise.resolve();
  });
  await expect(late).rejects.toThrow('the time that the expressions share is used up');
  await expect(late).rejects.toThrow(ExpressionTooSlow);
  expect(begun).toBe(false);
});
