import { execFile } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { startChild, type Child } from '../machine/child.ts';
import { LocalError } from '../machine/local-error.ts';
import { lastLines } from '../machine/log-tail.ts';
import { until } from '../machine/ports.ts';
import { brokerProperties, type BrokerOptions, type Credentials } from './broker-properties.ts';
import { connectAdmin, type Broker } from './connect-admin.ts';
import { kafkaJars } from './jars.ts';
import { upsertScramUsers } from './scram-users.ts';

export interface KafkaOptions extends BrokerOptions {
  /** SCRAM users; one that a newer version brings is added at the next start. */
  readonly users: readonly Credentials[];
  readonly logFile?: string;
  readonly maxHeapMb?: number;
  readonly onSpawn?: (child: Child) => void;
  readonly say?: (line: string) => void;
}

export interface Kafka {
  readonly brokers: string;
  readonly child: Child;
  stop(): Promise<void>;
}

/** Starts a real Apache Kafka on 127.0.0.1 and returns when it takes requests. */
export async function startKafka(options: KafkaOptions): Promise<Kafka> {
  const dataDir = resolve(options.dataDir);
  const logFile = options.logFile ?? join(dirname(dataDir), 'kafka.log');
  const jars = await kafkaJars(options.say);
  await mkdir(dataDir, { recursive: true });
  const properties = join(dataDir, 'server.properties');
  await writeFile(properties, brokerProperties({ ...options, dataDir }), { mode: 0o600 });
  await format(jars, dataDir, properties, [options.broker, ...options.users]);
  const child = await startChild({
    command: 'java',
    args: [...javaFlags(jars, options.maxHeapMb ?? 512), 'kafka.Kafka', properties],
    cwd: dataDir,
    logFile,
  });
  options.onSpawn?.(child);
  const brokers = `127.0.0.1:${options.port}`;
  const up = await until(() => child.ending() !== undefined || answers(brokers, options.broker), 60_000, 100);
  if (!up || child.ending()) {
    await child.stop('SIGKILL');
    throw new LocalError(`Kafka did not start: ${await lastLines(logFile)} (${logFile})`);
  }
  await addUsers(dataDir, { brokers, ...options.broker }, options.users);
  return { brokers, child, stop: () => child.stop('SIGTERM', 30_000) };
}

function javaFlags(jars: string, maxHeapMb: number): string[] {
  return [
    `-Xmx${maxHeapMb}m`,
    '-XX:+UseSerialGC',
    '-Djava.awt.headless=true',
    '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn',
    '-Dorg.slf4j.simpleLogger.showDateTime=true',
    '-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd HH:mm:ss.SSS',
    '-cp',
    `${jars}/*`,
  ];
}

/** Prepares the log folder once. A format that was cut off is begun again: nothing was in it yet. */
async function format(
  jars: string,
  dataDir: string,
  properties: string,
  users: readonly Credentials[],
): Promise<void> {
  if ((await knownUsers(dataDir)) !== undefined) return;
  await rm(join(dataDir, 'log'), { recursive: true, force: true });
  const scram = users.flatMap(({ username, password }) => [
    '-S',
    `SCRAM-SHA-512=[name=${username},password=${password}]`,
  ]);
  const clusterId = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64url');
  const id = clusterId.startsWith('-') ? `A${clusterId.slice(1)}` : clusterId;
  const tool = ['kafka.tools.StorageTool', 'format', '-t', id, '-c', properties, ...scram];
  try {
    await promisify(execFile)('java', [...javaFlags(jars, 256), ...tool]);
    await noteUsers(dataDir, users);
  } catch (error) {
    const { code, stderr = '' } = error as { code?: string | number; stderr?: string };
    if (code === 'ENOENT')
      throw new LocalError('Java is missing: Kafka runs on it. Install Java 17 or newer.');
    throw new LocalError(
      `Kafka's storage could not be prepared in ${dataDir}: ${stderr.trim().split('\n')[0]}`,
    );
  }
}

/** The users that this log folder knows; undefined before it is formatted. */
async function knownUsers(dataDir: string): Promise<string[] | undefined> {
  const text = await readFile(join(dataDir, 'attune-users.json'), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as string[]);
}

const noteUsers = (dataDir: string, users: readonly Credentials[]) =>
  writeFile(join(dataDir, 'attune-users.json'), JSON.stringify(users.map(({ username }) => username)));

async function addUsers(dataDir: string, broker: Broker, users: readonly Credentials[]): Promise<void> {
  const known = await knownUsers(dataDir);
  const missing = users.filter(({ username }) => !known?.includes(username));
  if (missing.length === 0) return;
  await upsertScramUsers(broker, missing);
  await noteUsers(dataDir, users);
}

async function answers(brokers: string, credentials: Credentials): Promise<boolean> {
  try {
    const admin = await connectAdmin({ brokers, ...credentials }, { retries: 0 });
    try {
      const { brokers: known } = await admin.describeCluster();
      return known.length > 0;
    } finally {
      await admin.disconnect();
    }
  } catch {
    return false;
  }
}
