import { demoPassword, demoStaff, LocalError } from '@attune/local';
import { urlOf, type Settings } from '../settings.ts';

/** An access token for a demo person, from the local identity provider. */
export async function accessToken(settings: Settings, username: string): Promise<string> {
  const person = demoStaff.find((each) => each.username === username || each.personId === username);
  if (!person) {
    throw new LocalError(
      `There is no demo person ${username}: choose from ${demoStaff.map((each) => each.username).join(', ')}.`,
    );
  }
  const form = new URLSearchParams({
    grant_type: 'urn:attune:grant-type:demo-person',
    client_id: 'attune-cli',
    username: person.username,
    password: demoPassword,
  });
  const response = await fetch(`${urlOf(settings, 'identity')}/token`, { method: 'POST', body: form }).catch(
    () => undefined,
  );
  if (!response) throw notRunning(settings);
  const body = (await response.json()) as { access_token?: string; error_description?: string };
  if (!body.access_token) {
    throw new LocalError(
      `The identity provider gave no token: ${body.error_description ?? response.status}.`,
    );
  }
  return body.access_token;
}

export function notRunning(settings: Settings): LocalError {
  return new LocalError(
    `Attune does not answer at ${settings.publicUrl}: start it with npm start (PORT chooses the port).`,
  );
}
