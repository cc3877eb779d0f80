import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { access, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LocalError } from '@attune/local';

/** Passwords and keys of one installation, made up at its first start. */
export interface Secrets {
  readonly passwords: Record<string, string>;
  readonly sessionSecret: string;
  readonly clientSecret: string;
  readonly identityCookieSecret: string;
  /** PKCS#8, base64. */
  readonly identitySigningKey: string;
}

const random = () => randomBytes(24).toString('base64url');

function newSigningKey(): string {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
}

export async function readSecrets(home: string): Promise<Secrets | undefined> {
  const text = await readFile(join(home, 'secrets.json'), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as Secrets);
}

/** Reads the secrets and makes up those that a newer version needs. The file is readable to its owner only. */
export async function ensureSecrets(home: string, names: readonly string[]): Promise<Secrets> {
  const present = await readSecrets(home);
  if (!present && (await hasData(home))) {
    throw new LocalError(
      `${join(home, 'secrets.json')} is missing, and without its passwords the data beside it cannot be opened. Put it back, or give the data up with npm run reset.`,
    );
  }
  const secrets: Secrets = {
    sessionSecret: present?.sessionSecret ?? random(),
    clientSecret: present?.clientSecret ?? random(),
    identityCookieSecret: present?.identityCookieSecret ?? random(),
    identitySigningKey: present?.identitySigningKey ?? newSigningKey(),
    passwords: Object.fromEntries(names.map((name) => [name, present?.passwords[name] ?? random()])),
  };
  const file = join(home, 'secrets.json');
  await writeFile(`${file}.new`, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  await rename(`${file}.new`, file);
  return secrets;
}

const hasData = (home: string) =>
  access(join(home, 'postgres')).then(
    () => true,
    () => false,
  );

export function passwordOf(secrets: Secrets, name: string): string {
  const password = secrets.passwords[name];
  if (password === undefined) throw new Error(`no password was made for ${name}`);
  return password;
}
