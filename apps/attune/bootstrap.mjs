// The first step of every `npm start`, `npm test` and `attune …`. It runs on whatever Node the machine has and
// imports nothing that must be installed: it checks the machine, installs the packages when the lock file asks
// for others, and goes on with the repository's own Node.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const bin = join(repository, 'node_modules/.bin');
const command = process.argv[2] ?? '--help';
const startsThePlatform = ['up', 'demo', 'test', 'chaos', 'bench'].includes(command);

function give(line) {
  console.error(line);
  process.exit(1);
}

function requireNode() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20) {
    give(`Node ${process.versions.node} is too old: Attune needs Node 20 or newer (https://nodejs.org).`);
  }
}

function requireJava() {
  const { error, stderr } = spawnSync('java', ['-version'], { encoding: 'utf8' });
  if (error)
    give(
      'Java is missing: Apache Kafka runs on it. Install Java 17 or newer (Debian: apt install openjdk-17-jre-headless).',
    );
  const version = /version "(?:1\.)?(\d+)/.exec(stderr ?? '')?.[1];
  if (version === undefined) give('`java -version` gives no version: install Java 17 or newer.');
  if (Number(version) < 17) give(`Java ${version} is too old: Apache Kafka needs Java 17 or newer.`);
}

function requireMaven() {
  const { error, status } = spawnSync('mvn', ['--version'], { encoding: 'utf8' });
  if (error || status !== 0) {
    give(
      'Maven is missing: it fetches Apache Kafka. Install Maven 3.6 or newer (Debian: apt install maven).',
    );
  }
}

/** npm's own record of what lies in node_modules agrees with the lock file. It is written last, so a cut-off install has none. */
function packagesAreInstalled() {
  try {
    const read = (file) => JSON.parse(readFileSync(join(repository, file), 'utf8')).packages;
    const present = read('node_modules/.package-lock.json');
    return Object.entries(read('package-lock.json')).every(
      ([path, entry]) =>
        !path.startsWith('node_modules/') ||
        entry.link ||
        entry.optional ||
        present[path]?.version === entry.version,
    );
  } catch {
    return false;
  }
}

function npm(args, output) {
  const { error, status } = spawnSync(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, {
    cwd: repository,
    // Standard output belongs to the command itself, which may print JSON there.
    stdio: ['ignore', output, output],
    env: { ...process.env, NODE_ENV: 'development' },
  });
  if (error) give('npm is missing: it comes with Node (https://nodejs.org).');
  return status === 0;
}

function install() {
  console.error('Installing packages (once, about a minute) …');
  const quietly = ['--no-audit', '--no-fund', '--loglevel=error'];
  // `npm ci` refuses a lock file written where the registry lacked a package for some other operating system.
  // The second way takes the same versions from the same lock file and adds what is missing, without writing it.
  if (npm(['ci', ...quietly], 'ignore') || npm(['install', '--no-save', ...quietly], 2)) return;
  give(
    'The packages could not be installed: see the lines above; check the network and the free disk space.',
  );
}

const home = resolve(process.env['ATTUNE_HOME'] || join(repository, '.attune'));

/** When the process began, as `identify` of deploy/local tells it: its number may be another's after a restart. */
function startOf(pid) {
  if (process.platform !== 'linux') {
    return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim();
  }
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' ? undefined : fields[19];
}

/** The `up` that runs from this home, if any; `demo` and `bench` use it then. */
function runningUp() {
  try {
    const lock = JSON.parse(readFileSync(join(home, 'up.lock'), 'utf8'));
    return startOf(lock.pid) === lock.started ? lock : undefined;
  } catch {
    return undefined;
  }
}

/** The words of `takeLock`, which is asked again later; an installation or build would harm the one that runs. */
function refuseASecond({ url, pid }) {
  give(
    `Attune already runs from ${home} at ${url} (process ${pid}). Use that one, stop it with: kill ${pid}, or start a second with another ATTUNE_HOME and PORT.`,
  );
}

function build(env) {
  const { status, stdout, stderr } = spawnSync(
    join(bin, 'nx'),
    ['run-many', '-t', 'build', '--output-style=static'],
    {
      cwd: repository,
      encoding: 'utf8',
      env,
    },
  );
  if (status === 0) return;
  console.error(`${stdout ?? ''}${stderr ?? ''}`.trimEnd());
  give('The build failed: see the lines above.');
}

requireNode();
const running = runningUp();
if (command === 'up' && running) refuseASecond(running);
if (startsThePlatform && !process.env['KAFKA_BROKERS']) {
  requireJava();
  if (!existsSync(join(repository, 'node_modules/.cache/attune'))) requireMaven();
}
if (!packagesAreInstalled()) install();

const env = {
  ...process.env,
  PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}`,
  NX_DAEMON: 'false',
  NX_TUI: 'false',
  NX_NO_CLOUD: 'true',
  ATTUNE_PARENT: String(process.pid),
  // kafkajs schedules in the past when idle; Node 24 warns about it, and nobody can act on that.
  NODE_OPTIONS: `${process.env['NODE_OPTIONS'] ?? ''} --disable-warning=TimeoutNegativeWarning`.trim(),
};
const main = join(repository, 'apps/attune/dist/main.js');
// A build takes the running services' files away for a moment: what joins a platform leaves them alone.
const joins = ['demo', 'bench'].includes(command) && running !== undefined;
if ((startsThePlatform && !joins) || !existsSync(main)) {
  if (!existsSync(main)) console.error('Building …');
  build(env);
}

const child = spawn(join(bin, 'node'), ['--enable-source-maps', main, ...process.argv.slice(2)], {
  // npm changes the working folder to the repository; a file named on the command line is meant from where the person is.
  cwd: process.env['INIT_CWD'] ?? process.cwd(),
  stdio: 'inherit',
  env,
});
// The command stops its parts in order; until it has, this process must stay.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
// Asked to end, npm ends its shell, and the shell tells nobody: an npm that is gone means stop.
const parent = process.ppid;
const watch = setInterval(() => {
  if (process.env['npm_lifecycle_event'] === undefined || process.ppid === parent) return;
  clearInterval(watch);
  child.kill('SIGTERM');
}, 500);
watch.unref();
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
child.on('error', () =>
  give("The repository's own Node cannot be started: remove node_modules and run the command again."),
);
