import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { access, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { LocalError } from '../machine/local-error.ts';

const repository = fileURLToPath(new URL('../../../../', import.meta.url));
const pom = join(repository, 'deploy/local/pom.xml');

/** The folder with Kafka's jars, fetched by Maven the first time; a changed pom makes a new folder. */
export async function kafkaJars(say: (line: string) => void = () => undefined): Promise<string> {
  const stamp = createHash('sha256')
    .update(await readFile(pom))
    .digest('hex')
    .slice(0, 12);
  const folder = join(repository, 'node_modules/.cache/attune', `kafka-${stamp}`);
  if (
    await access(folder).then(
      () => true,
      () => false,
    )
  )
    return folder;
  say('fetching Apache Kafka with Maven (43 MB, once)');
  const half = `${folder}.${process.pid}`;
  await mkdir(dirname(folder), { recursive: true });
  try {
    await promisify(execFile)(
      'mvn',
      [
        '-q',
        '-B',
        '-f',
        pom,
        'dependency:copy-dependencies',
        `-DoutputDirectory=${half}`,
        '-DincludeScope=runtime',
      ],
      { maxBuffer: 64 * 1024 * 1024 },
    );
    // Two starters may fetch at once; the first to finish wins, and both folders hold the same.
    await rename(half, folder).catch(() => undefined);
    return folder;
  } catch (error) {
    throw explain(error);
  } finally {
    await rm(half, { recursive: true, force: true });
  }
}

function explain(error: unknown): LocalError {
  const {
    code,
    stdout = '',
    stderr = '',
  } = error as {
    code?: string | number;
    stdout?: string;
    stderr?: string;
  };
  if (code === 'ENOENT') {
    return new LocalError(
      'Maven is missing: it fetches Apache Kafka. Install it (Debian: apt install maven).',
    );
  }
  const lines = `${stdout}\n${stderr}`.split('\n').filter((text) => text.trim() !== '');
  const line = lines.find((text) => text.includes('[ERROR]')) ?? lines.at(-1) ?? `mvn ended with ${code}`;
  return new LocalError(
    `Maven could not fetch Apache Kafka; check the network or Maven's settings.xml: ${line.slice(0, 300)}`,
  );
}
