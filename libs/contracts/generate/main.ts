import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { breaches } from './compatibility.ts';
import { documents } from './documents.ts';

const folder = fileURLToPath(new URL('../../../docs/events/', import.meta.url));
const check = process.argv.includes('--check');
const faults: string[] = [];

for (const [path, text] of documents()) {
  if (path.startsWith('schemas/')) {
    const published = committed(path);
    if (published !== null) {
      const broken = breaches(JSON.parse(published) as object as never, JSON.parse(text) as never);
      faults.push(
        ...broken.map(
          (breach) => `${path}: ${breach}. A version gains optional fields only: make a new version.`,
        ),
      );
    }
  }
  const file = join(folder, path);
  if (check) {
    if (read(file) !== text)
      faults.push(`docs/events/${path} is not what the contracts say: run npm run generate`);
  } else {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

for (const fault of faults) process.stderr.write(`${fault}\n`);
process.exitCode = faults.length === 0 ? 0 : 1;

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

/** The file as it was published last: before this change, that is before the commit where nothing else has changed. */
function committed(path: string): string | null {
  for (const revision of ['origin/main', 'HEAD']) {
    try {
      return execFileSync('git', ['show', `${revision}:docs/events/${path}`], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
    } catch {
      // Not there: a new event, or no such branch.
    }
  }
  return null;
}
