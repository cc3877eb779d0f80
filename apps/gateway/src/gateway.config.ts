import type { JWTPayload } from 'jose';
import { z } from 'zod';

const environment = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().default(8080),
  PUBLIC_URL: z.url().default('http://localhost:8080'),
  SESSION_SECRET: z.string().min(32),
  SCHEDULING_URL: z.url().default('http://127.0.0.1:8081'),
  QUESTIONNAIRES_URL: z.url().default('http://127.0.0.1:8082'),
  SCORING_URL: z.url().default('http://127.0.0.1:8083'),
  ALERTING_URL: z.url().default('http://127.0.0.1:8084'),
  NOTIFICATIONS_URL: z.url().default('http://127.0.0.1:8088'),
  CASELOAD_URL: z.url().default('http://127.0.0.1:8085'),
  IDENTITY_URL: z.url().optional(),
  OIDC_ISSUER: z.url().default('http://localhost:8080/identity'),
  OIDC_INTERNAL_URL: z.url().optional(),
  OIDC_CLIENT_ID: z.string().default('attune-web'),
  OIDC_CLIENT_SECRET: z.string().min(16),
  OIDC_SCOPE: z.string().default('openid profile'),
  OIDC_PERSON_CLAIM: z.string().default('person'),
  OIDC_ROLES_CLAIM: z.string().default('roles'),
  WEB_ROOT: z.string().default('apps/web/dist'),
  CHECK_IN_ROOT: z.string().default('apps/check-in/dist'),
});

const bare = (url: string): string => url.replace(/\/$/, '');

/** The gateway's own settings, read once at start; what every service has is read by the platform. */
export class GatewayConfig {
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string;
  readonly sessionSecret: string;
  /** Where each service listens, by its name in `/api/<service>`. */
  readonly services: ReadonlyMap<string, string>;
  /** The demo provider behind `/identity`; undefined when an organisation's own is used. */
  readonly identityUrl: string | undefined;
  readonly oidc: {
    issuer: string;
    internalUrl: string;
    clientId: string;
    clientSecret: string;
    scope: string;
    personClaim: string;
    rolesClaim: string;
  };
  readonly webRoot: string;
  readonly checkInRoot: string;

  /** @throws Error with one line that names what is missing */
  constructor(env: NodeJS.ProcessEnv) {
    const parsed = environment.safeParse(env);
    if (!parsed.success) {
      const names = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ');
      throw new Error(`gateway cannot start: set ${names} (see docs/guides/developer.md)`);
    }
    const values = parsed.data;
    this.host = values.HOST;
    this.port = values.PORT;
    this.publicUrl = bare(values.PUBLIC_URL);
    this.sessionSecret = values.SESSION_SECRET;
    this.services = new Map([
      ['scheduling', bare(values.SCHEDULING_URL)],
      ['questionnaires', bare(values.QUESTIONNAIRES_URL)],
      ['scoring', bare(values.SCORING_URL)],
      ['alerting', bare(values.ALERTING_URL)],
      ['notifications', bare(values.NOTIFICATIONS_URL)],
      ['caseload', bare(values.CASELOAD_URL)],
    ]);
    this.identityUrl = values.IDENTITY_URL === undefined ? undefined : bare(values.IDENTITY_URL);
    this.oidc = {
      issuer: bare(values.OIDC_ISSUER),
      internalUrl: bare(values.OIDC_INTERNAL_URL ?? values.OIDC_ISSUER),
      clientId: values.OIDC_CLIENT_ID,
      clientSecret: values.OIDC_CLIENT_SECRET,
      scope: values.OIDC_SCOPE,
      personClaim: values.OIDC_PERSON_CLAIM,
      rolesClaim: values.OIDC_ROLES_CLAIM,
    };
    this.webRoot = values.WEB_ROOT;
    this.checkInRoot = values.CHECK_IN_ROOT;
  }

  personOf(claims: JWTPayload): { id: string; roles: readonly string[] } {
    const id = claims[this.oidc.personClaim];
    const roles = claims[this.oidc.rolesClaim];
    return {
      id: typeof id === 'string' ? id : (claims.sub ?? ''),
      roles: Array.isArray(roles) ? roles.filter((role) => typeof role === 'string') : [],
    };
  }
}
