import { call, until } from './api.ts';
import type { RunningPlatform } from './running-platform.ts';

export const allianceInstrument = 'https://attune.example/instruments/attune-alliance-check-in';

/** Whom a token stands for. */
export const personOf = (token: string) =>
  (JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { person: string }).person;

/** A new client of the given therapist, known to all services that must know. @returns the client's id */
export async function newClient(
  { origin }: Pick<RunningPlatform, 'origin'>,
  operations: string,
  { name, staffId }: { name: string; staffId: string },
): Promise<string> {
  const registered = await call<{ personId: string }>(`${origin}/api/scheduling/people`, {
    token: operations,
    method: 'POST',
    body: { kind: 'client', name, zone: 'Europe/Berlin', email: `${crypto.randomUUID()}@example.org` },
  });
  const clientId = registered.body.personId;
  const from = new Date(Date.now() - 3_600_000).toISOString();
  await call(`${origin}/api/scheduling/care-relationships`, {
    token: operations,
    method: 'POST',
    body: { clientId, staffId, kind: 'primary', from },
  });
  await until(async () => (await ask({ origin }, operations, clientId)) !== null);
  return clientId;
}

/** @returns the token of a link to a questionnaire, or null while the client is not known there yet */
export async function ask(
  { origin }: Pick<RunningPlatform, 'origin'>,
  operations: string,
  clientId: string,
  instrument = allianceInstrument,
) {
  const issued = await call<{ link?: string }>(`${origin}/api/questionnaires/requests`, {
    token: operations,
    method: 'POST',
    body: { clientId, instrument: { url: instrument } },
  });
  return issued.body.link?.split('#')[1] ?? null;
}

/** Answers through the link with the same value everywhere. @returns the response's id */
export async function answer(
  { origin }: Pick<RunningPlatform, 'origin'>,
  link: string,
  value: number,
  headers: Readonly<Record<string, string>> = {},
): Promise<string> {
  const url = `${origin}/api/questionnaires/check-in`;
  const form = await call<{ instrument: { items: { linkId: string }[] } }>(url, { link });
  const answers = form.body.instrument.items.map(({ linkId }) => ({ linkId, value }));
  const sent = await call<{ responseId: string }>(`${url}/responses`, {
    link,
    headers,
    method: 'POST',
    body: { answers },
  });
  if (sent.status !== 201) throw new Error(`submitting was answered ${sent.status}`);
  return sent.body.responseId;
}
