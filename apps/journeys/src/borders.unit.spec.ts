import { describe, expect, it, jest } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../../..', import.meta.url));
const bin = (name: string) => join(repository, 'node_modules', name);
/** Each case runs a whole tool, and other suites run beside it. */
jest.setTimeout(60_000);
const env = { ...process.env, NODE_OPTIONS: '', NX_DAEMON: 'false' };

/** A tree of these files, looked at by the fence between rooms. @returns the names of the rules that bit */
function roomsBroken(files: Readonly<Record<string, string>>): string[] {
  const tree = mkdtempSync(join(tmpdir(), 'attune-fence-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(tree, path)), { recursive: true });
      writeFileSync(join(tree, path), text);
    }
    mkdirSync(join(tree, 'node_modules/@attune'), { recursive: true });
    for (const name of ['typeorm', 'kafkajs', 'pg']) {
      symlinkSync(join(repository, 'node_modules', name), join(tree, 'node_modules', name));
    }
    for (const name of ['messaging', 'testing']) {
      mkdirSync(join(tree, 'libs', name, 'src'), { recursive: true });
      copyFileSync(join(repository, 'libs', name, 'package.json'), join(tree, 'libs', name, 'package.json'));
      writeFileSync(join(tree, 'libs', name, 'src/index.ts'), '');
      symlinkSync(join(tree, 'libs', name), join(tree, 'node_modules/@attune', name));
    }
    const config = join(repository, '.config/dependency-cruiser.mjs');
    const { stdout } = spawnSync(
      process.execPath,
      [
        bin('dependency-cruiser/bin/dependency-cruiser.mjs'),
        '--config',
        config,
        '--output-type',
        'json',
        'apps',
      ],
      { cwd: tree, env, encoding: 'utf8', maxBuffer: 2 ** 26 },
    );
    const { summary } = JSON.parse(stdout) as { summary: { violations: { rule: { name: string } }[] } };
    return [...new Set(summary.violations.map(({ rule }) => rule.name))].sort();
  } finally {
    rmSync(tree, { recursive: true, force: true });
  }
}

describe('the fence between rooms', () => {
  it.each<[string, Record<string, string>]>([
    ['domain-is-pure', { 'apps/x/src/domain/a.ts': "import 'typeorm';" }],
    ['domain-is-pure', { 'apps/x/src/domain/a.ts': "import '@attune/messaging';" }],
    ['domain-has-no-machine', { 'apps/x/src/domain/a.ts': "import 'node:fs';" }],
    ['store-appends-nothing', { 'apps/x/src/store/a.ts': "import '@attune/messaging';" }],
    ['pg-stays-in-platform', { 'apps/x/src/features/a.ts': "import 'pg';" }],
    ['testing-is-for-tests', { 'apps/x/src/features/a.ts': "import '@attune/testing';" }],
    [
      'domain-knows-no-other-room',
      { 'apps/x/src/domain/a.ts': "import '../store/b.ts';", 'apps/x/src/store/b.ts': '' },
    ],
    [
      'store-knows-no-door',
      { 'apps/x/src/store/a.ts': "import '../features/b.ts';", 'apps/x/src/features/b.ts': '' },
    ],
    ['typeorm-stays-in-the-store', { 'apps/x/src/features/a.ts': "import 'typeorm';" }],
    ['kafkajs-stays-in-one-folder', { 'apps/x/src/features/a.ts': "import 'kafkajs';" }],
    ['no-cycles', { 'apps/x/src/a.ts': "import './b.ts';", 'apps/x/src/b.ts': "import './a.ts';" }],
  ])('%s', (rule, files) => {
    expect(roomsBroken(files)).toContain(rule);
  });

  it('lets a sound tree pass', () => {
    const files = { 'apps/x/src/features/a.ts': "import '../domain/b.ts';", 'apps/x/src/domain/b.ts': '' };
    expect(roomsBroken(files)).toEqual([]);
  });
});

/** What the fence between projects says of a file with this import. */
function projectsBroken(path: string, text: string): string {
  spawnSync(process.execPath, [bin('nx/dist/bin/nx.js'), 'show', 'projects'], { cwd: repository, env });
  const { stdout } = spawnSync(
    process.execPath,
    [bin('eslint/bin/eslint.js'), '-c', '.config/eslint.config.mjs', '--stdin', '--stdin-filename', path],
    { cwd: repository, env, input: text, encoding: 'utf8' },
  );
  return stdout;
}

describe('the fence between projects', () => {
  it.each([
    ['libs/contracts/src/a.ts', '@attune/platform'],
    ['libs/clinical/src/a.ts', '@attune/contracts'],
    ['libs/platform/src/a.ts', '@attune/messaging'],
    ['apps/scoring/src/a.ts', '@attune/local'],
    ['apps/identity/src/a.ts', '@attune/messaging'],
    ['apps/web/src/a.ts', '@attune/platform'],
    ['apps/journeys/src/a.ts', '@attune/messaging'],
  ])('%s may not import %s', (path, library) => {
    expect(projectsBroken(path, `import '${library}';\n`)).toContain('@nx/enforce-module-boundaries');
  });

  it('lets a service import messaging', () => {
    const said = projectsBroken('apps/scoring/src/a.ts', "import '@attune/messaging';\n");
    expect(said).not.toContain('@nx/enforce-module-boundaries');
  });
});
