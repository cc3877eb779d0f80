import { Worker } from 'node:worker_threads';
import { expect, it, jest } from '@jest/globals';
import { sandbox } from './expression-sandbox.ts';

const task = (text: string) => ({
  expression: { text, variables: [] },
  questionnaire: {},
  responses: [{ resourceType: 'QuestionnaireResponse' }],
});
const timers = () => process.getActiveResourcesInfo().filter((each) => each === 'Timeout').length;

it('leaves neither timers nor listeners behind, however often it is asked', async () => {
  const asked = jest.spyOn(Worker.prototype, 'postMessage');
  await sandbox.run(task('1'), 60_000);
  const worker = asked.mock.contexts[0] as Worker;
  const left = () => ['message', 'error', 'exit'].map((event) => worker.listenerCount(event));
  const [before, running] = [left(), timers()];
  for (let n = 0; n < 20; n += 1) expect(await sandbox.run(task(`${n} + 1`), 60_000)).toEqual([n + 1]);
  expect([asked.mock.calls.length, left()]).toEqual([21, before]);
  expect(timers() - running).toBeLessThan(10);
  asked.mockRestore();
});

it('answers each in its turn, also behind one that is refused', async () => {
  const all = await Promise.allSettled(
    ['1 + 1', "'x'.resolve()", '2 + 2'].map((text) => sandbox.run(task(text), 5_000)),
  );
  expect(all).toMatchObject([
    { status: 'fulfilled', value: [2] },
    {
      status: 'rejected',
      reason: { name: 'ExpressionRefused', message: expect.stringContaining('resolve()') },
    },
    { status: 'fulfilled', value: [4] },
  ]);
});

it('says how long it has waited, and goes on with a new thread', async () => {
  const many = Array.from({ length: 40 }, (_, n) => `${n}`).join('|');
  const cross = `(${many}).select($this + (${many}).select($this + (${many}).select($this + (${many}).sum()).sum()).sum()).sum()`;
  await expect(sandbox.run(task(cross), 200)).rejects.toMatchObject({
    ...{ name: 'ExpressionTooSlow', message: 'the expression took longer than 200 ms' },
  });
  expect(await sandbox.run(task('3'), 5_000)).toEqual([3]);
}, 30_000);

it('knows nothing by name of its environment, nor of a terminology server', async () => {
  await expect(sandbox.run(task('%env.PATH'), 5_000)).rejects.toMatchObject({ name: 'ExpressionRefused' });
  await expect(sandbox.run(task('%terminologies'), 5_000)).rejects.toMatchObject({
    name: 'ExpressionRefused',
  });
});
