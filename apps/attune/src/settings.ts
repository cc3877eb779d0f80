import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LocalError } from '@attune/local';

/** Where this Attune lives and listens. Everything else follows from the two. */
export interface Settings {
  readonly repository: string;
  readonly home: string;
  readonly port: number;
  readonly publicUrl: string;
  /** Set when existing servers are to be used instead of the embedded ones. */
  readonly databaseUrl: string | undefined;
  readonly kafkaBrokers: string | undefined;
  /** Mail is caught on this machine; false when a mail server is named, which would send it. */
  readonly catchesMail: boolean;
}

// From src or from dist, the repository is three folders up.
const repository = fileURLToPath(new URL('../../../', import.meta.url));

export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const port = Number(env['PORT'] || 8080);
  if (!Number.isInteger(port) || port < 1 || port > 65_500) {
    throw new LocalError(`PORT=${env['PORT']} is not a port: give a number from 1 to 65500.`);
  }
  return {
    repository,
    home: resolve(env['ATTUNE_HOME'] || join(repository, '.attune')),
    port,
    publicUrl: `http://localhost:${port}`,
    databaseUrl: env['DATABASE_URL'] || undefined,
    kafkaBrokers: env['KAFKA_BROKERS'] || undefined,
    catchesMail: !env['SMTP_URL'],
  };
}

/** Every process has its place above the base port. */
export const offsets = {
  gateway: 0,
  scheduling: 1,
  questionnaires: 2,
  scoring: 3,
  alerting: 4,
  caseload: 5,
  identity: 6,
  /** The gateway's metrics and spans: its own port faces everybody. */
  gatewayInternal: 7,
  notifications: 8,
  postgres: 10,
  kafka: 11,
  kafkaController: 12,
  /** The mail catcher: where mail goes to, and the page that shows it. */
  smtp: 13,
  mail: 14,
} as const;

export const portOf = ({ port }: Settings, part: keyof typeof offsets) => port + offsets[part];
export const urlOf = (settings: Settings, part: keyof typeof offsets) =>
  `http://127.0.0.1:${portOf(settings, part)}`;
