import { isIP } from 'node:net';
import { z } from 'zod';

const flag = z
  .enum(['true', 'false'])
  .default('false')
  .transform((value) => value === 'true');

/**
 * Addresses and networks such as `10.0.0.0/8, 127.0.0.1`. A number of proxies is not enough: whoever reached the
 * service directly could name as many as it takes.
 */
const trustedProxies = z
  .string()
  .refine((text) => text.split(',').every(isNetwork), {
    message: 'takes addresses and networks separated by commas',
  })
  .optional();

function isNetwork(text: string): boolean {
  const [address = '', bits = '0', ...rest] = text.trim().split('/');
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  return rest.length === 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= most;
}

const environment = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(0),
  /** Where a service whose own port faces everybody answers those who run it; without it, nowhere. */
  INTERNAL_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  /** Whose `X-Forwarded-*` are believed; nobody's unless said. */
  TRUST_PROXY: trustedProxies,
  DATABASE_OWNER_URL: z.string().optional(),
  DATABASE_API_URL: z.string().optional(),
  DATABASE_WORKER_URL: z.string().optional(),
  KAFKA_BROKERS: z.string().default('127.0.0.1:8091'),
  KAFKA_USERNAME: z.string().optional(),
  KAFKA_PASSWORD: z.string().optional(),
  KAFKA_SSL: flag,
  TOPIC_PREFIX: z.string().default(''),
  /** Of a copy that is built anew beside the one that serves: it follows in a group of its own, and publishes nothing. */
  CONSUMER_GROUP: z.string().optional(),
  OIDC_ISSUER: z.string().default('http://localhost:8080/identity'),
  OIDC_AUDIENCE: z.string().default('attune-api'),
  OIDC_JWKS_URL: z.string().default('http://127.0.0.1:8086/jwks'),
  OIDC_PERSON_CLAIM: z.string().default('person'),
  OIDC_ROLES_CLAIM: z.string().default('roles'),
  PUBLIC_URL: z.string().default('http://localhost:8080'),
  CLOCK_FILE: z.string().optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.string().optional(),
});

/** What every service reads from its environment. */
export type ServiceConfig = Readonly<z.infer<typeof environment>>;

/** @throws Error naming each variable that is missing or malformed, never its value: it may be a secret. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): ServiceConfig {
  const result = environment.safeParse(env);
  if (result.success) return result.data;
  const faults = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new Error(`The environment does not fit: ${faults.join('; ')}`);
}

export const SERVICE_CONFIG = Symbol('SERVICE_CONFIG');
