// Gathers what one part needs to run and nothing else: node deploy/runtime-files.mjs scoring /runtime
// The repository has one list of packages for all parts, so the imports of the built files say which of them count.
import { cp, glob, mkdir, readFile, realpath, symlink } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const [part, target] = process.argv.slice(2);
const root = resolve(import.meta.dirname, '..');
const read = async (folder) => JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
const ours = new Set(Object.keys((await read(root)).dependencies));
const done = new Set();
/** Beside our own code; source maps and types of others help nobody at run time. */
const needless = /\.(map|md|d\.[cm]?ts)$/;

await addProject(join(root, 'apps', part));
// The gateway serves the pages that the two web apps are built to.
if (part === 'gateway') for (const page of ['web', 'check-in']) await copy(join(root, 'apps', page, 'dist'));

async function addProject(folder) {
  if (done.has(folder)) return;
  done.add(folder);
  await copy(join(folder, 'package.json'));
  await copy(join(folder, 'dist'));
  for (const name of await packagesNamedIn(join(folder, 'dist'))) await addPackage(name, folder);
}

async function packagesNamedIn(folder) {
  const names = new Set();
  for await (const file of glob('**/*.js', { cwd: folder })) {
    const code = await readFile(join(folder, file), 'utf8');
    for (const [, name] of code.matchAll(
      /(?:\bfrom|\bimport|\brequire|\bresolve)\s*\(?\s*['"]((?:@[\w.-]+\/)?[a-z][\w.-]*)(?:\/[^'"]*)?['"]/g,
    )) {
      names.add(name);
    }
  }
  return names;
}

async function addPackage(name, from) {
  const folder = find(name, from);
  if (folder === undefined || done.has(folder)) return;
  const project = await realpath(folder);
  if (!project.includes('/node_modules/')) {
    done.add(folder);
    const link = join(target, relative(root, folder));
    await mkdir(dirname(link), { recursive: true });
    await symlink(relative(dirname(folder), project), link);
    return addProject(project);
  }
  done.add(folder);
  await copy(
    folder,
    (path) => !/\/node_modules(\/|$)/.test(path.slice(folder.length)) && !needless.test(path),
  );
  const { dependencies, optionalDependencies, peerDependencies } = await read(folder);
  const peers = Object.keys(peerDependencies ?? {}).filter((peer) => ours.has(peer));
  const needed = [...Object.keys({ ...dependencies, ...optionalDependencies }), ...peers];
  for (const each of needed) await addPackage(each, folder);
}

/** As Node looks for it: beside, then further out. */
function find(name, from) {
  for (let folder = from; folder.startsWith(root); folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name);
    if (existsSync(join(candidate, 'package.json'))) return candidate;
  }
  return undefined;
}

function copy(path, filter = () => true) {
  return cp(path, join(target, relative(root, path)), { recursive: true, filter, force: true });
}
