import { z } from 'zod';

const environment = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().default(8086),
  OIDC_ISSUER: z.url().default('http://localhost:8080/identity'),
  OIDC_AUDIENCE: z.string().default('attune-api'),
  PUBLIC_URL: z.url().default('http://localhost:8080'),
  OIDC_CLIENT_ID: z.string().default('attune-web'),
  OIDC_CLIENT_SECRET: z.string().min(16),
  IDENTITY_SIGNING_KEY: z.string().min(1),
  IDENTITY_COOKIE_SECRET: z.string().min(16),
  IDENTITY_STATE_FILE: z.string().optional(),
  DEMO_PEOPLE_FILE: z.string(),
  NODE_ENV: z.string().optional(),
  ATTUNE_ALLOW_DEMO_IDENTITY: z.string().optional(),
});

export type IdentityConfig = ReturnType<typeof readIdentityConfig>;

/**
 * Reads the provider's settings once, at start.
 * @throws Error with one line that names what is missing, or that says why it will not run in production
 */
export function readIdentityConfig(env: NodeJS.ProcessEnv) {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const names = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ');
    throw new Error(`identity cannot start: set ${names} (see docs/guides/developer.md)`);
  }
  const { NODE_ENV, ATTUNE_ALLOW_DEMO_IDENTITY, ...config } = parsed.data;
  // Everybody's password is public here, so this provider must never stand in front of real records.
  if (NODE_ENV === 'production' && ATTUNE_ALLOW_DEMO_IDENTITY !== 'true') {
    throw new Error(
      'identity is for demonstration only and refuses NODE_ENV=production: point OIDC_ISSUER at your own provider, or set ATTUNE_ALLOW_DEMO_IDENTITY=true for a demonstration',
    );
  }
  const issuer = config.OIDC_ISSUER.replace(/\/$/, '');
  const issuerUrl = new URL(issuer);
  return {
    host: config.HOST,
    port: config.PORT,
    issuer,
    /** Where the provider is mounted under its public origin, '/identity' as a rule; '' at the root. */
    mountPath: issuerUrl.pathname === '/' ? '' : issuerUrl.pathname,
    publicUrl: config.PUBLIC_URL.replace(/\/$/, ''),
    audience: config.OIDC_AUDIENCE,
    client: { id: config.OIDC_CLIENT_ID, secret: config.OIDC_CLIENT_SECRET },
    signingKey: config.IDENTITY_SIGNING_KEY,
    cookieSecret: config.IDENTITY_COOKIE_SECRET,
    stateFile: config.IDENTITY_STATE_FILE === '' ? undefined : config.IDENTITY_STATE_FILE,
    peopleFile: config.DEMO_PEOPLE_FILE,
  };
}
