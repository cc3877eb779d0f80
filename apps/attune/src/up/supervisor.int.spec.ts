import { mkdir, mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { isAlive, startChild, until, type Child } from '@attune/local';
import { keepDiary } from './diary.ts';
import { Supervisor } from './supervisor.ts';

test('a part that is killed is started again; one that is stopped is not', async () => {
  const children: Child[] = [];
  const home = await mkdtemp(join(tmpdir(), 'attune-diary-'));
  await mkdir(join(home, 'logs'));
  const supervisor = new Supervisor(() => Promise.resolve(), keepDiary(home));
  await supervisor.start({
    name: 'part',
    graceMs: 5_000,
    async start() {
      const child = await startChild({
        command: 'sleep',
        args: ['60'],
        logFile: join(tmpdir(), 'attune-part.log'),
      });
      children.push(child);
      return child;
    },
  });
  process.kill(children[0]?.identity.pid as number, 'SIGKILL');
  expect(await until(() => children.length === 2, 5_000)).toBe(true);
  expect(supervisor.crashes('part')).toBe(1);

  await supervisor.stop([['part']]);
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(children).toHaveLength(2);
  expect(await isAlive((children[1] as Child).identity)).toBe(false);
  expect(await readFile(join(home, 'logs/attune.log'), 'utf8')).toMatch(
    /^\d{4}-\d\d-\d\dT\S+Z part ended \(SIGKILL\); starting it again$/m,
  );
});
