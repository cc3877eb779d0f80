import { join } from 'node:path';
import { demoPassword, demoStaff } from '@attune/local';
import { offsets, type Settings } from '../settings.ts';

const featured = [
  ['operations', 'every caseload, people and sessions'],
  ['therapist', 'own clients, the alert inbox'],
  ['supervisor', 'the clients of supervised therapists'],
  ['lead', 'the whole clinic, read only'],
  ['admin', 'audit, dead letters, settings'],
] as const;

/** What stands in the terminal when everything runs. Pure. */
export function readyMessage({ publicUrl: url, repository, home }: Settings, elapsedMs: number): string {
  const people = featured.map(([username, what]) => {
    const name = demoStaff.find((person) => person.username === username)?.name ?? username;
    return `    ${username.padEnd(12)}${name.padEnd(24)}${what}`;
  });
  // Whoever joins learns the port from the home.
  const base = home === join(repository, '.attune') ? '' : `ATTUNE_HOME=${home} `;
  return [
    '',
    `Attune is ready at ${url} (${(elapsedMs / 1000).toFixed(1)} s)`,
    '',
    `  Sign in as (password "${demoPassword}"):`,
    ...people,
    '',
    '  Try next, in a second terminal:',
    `    ${base}npm run demo                        two responses on their way to scores and an alert`,
    `    ${base}npm run attune -- token therapist   an access token for curl`,
    `    ${base}npm run attune -- events scores     follow a topic`,
    `    ${url}/api/docs   the API, to read and to try out`,
    `    ${mailOf(url)}   the mail that would have been sent`,
    '',
    '  Ctrl-C stops everything; the data stay for the next start (npm run reset clears them).',
  ].join('\n');
}

function mailOf(url: string): string {
  const page = new URL(url);
  page.port = String(Number(page.port) + offsets.mail);
  return page.origin;
}
