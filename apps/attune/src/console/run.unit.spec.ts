import { expect, it, jest } from '@jest/globals';
import { run } from './run.ts';

it('tells what ended a program that did not end by itself', async () => {
  const onKilled = jest.fn();
  const program = (code: string) => run(process.execPath, ['-e', code], { onKilled });
  expect(await program('process.exit(3)')).toBe(3);
  expect(onKilled).not.toHaveBeenCalled();
  expect(await program('process.kill(process.pid, "SIGKILL")')).toBe(1);
  expect(onKilled).toHaveBeenCalledWith('SIGKILL');
});
