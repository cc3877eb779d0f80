// Compiles one project, `src` to `dist`: node .config/build.mjs libs/contracts
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { glob } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { transformFile } from '@swc/core';

const project = process.argv[2];
const options = JSON.parse(await readFile(new URL('./swc.json', import.meta.url), 'utf8'));
await rm(join(project, 'dist'), { recursive: true, force: true });
for await (const file of glob('**/*.ts', { cwd: join(project, 'src') })) {
  if (file.endsWith('.spec.ts') || file.endsWith('.d.ts')) continue;
  const target = join(project, 'dist', file.replace(/\.ts$/, '.js'));
  const { code, map } = await transformFile(join(project, 'src', file), { ...options, swcrc: false });
  await mkdir(dirname(target), { recursive: true });
  const name = target.split('/').at(-1);
  await writeFile(target, `${code}\n//# sourceMappingURL=${name}.map\n`);
  await writeFile(`${target}.map`, map);
}
