import { demoStaff } from '@attune/local';
import { allianceTotals } from './alliance-course.ts';
import { addDays, atLocalHour, mondayOf } from './calendar.ts';
import type { SeedClient } from './clinic.ts';
import { seedId } from './ids.ts';
import { outcomeTotals } from './outcome-course.ts';
import { chance } from './random.ts';

export const zone = 'Europe/Berlin';
const sessionMinutes = 50;
const minutes = 60_000;

export type SessionStatus = 'booked' | 'completed' | 'cancelled' | 'missed';

export interface SeedSession {
  readonly sessionId: string;
  readonly clientId: string;
  readonly therapistId: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly zone: string;
  readonly type: string;
  readonly status: SessionStatus;
}

/** A response before its answers are spread over the instrument's items. */
export interface SeedResponse {
  readonly responseId: string;
  readonly clientId: string;
  readonly sessionId: string;
  readonly instrument: 'alliance' | 'outcome';
  readonly answeredAt: string;
  readonly total: number;
}

/** One client's year up to the anchor and the two weeks booked after it. Pure. */
export function historyOf(
  client: SeedClient,
  anchor: Date,
): { sessions: SeedSession[]; responses: SeedResponse[] } {
  const random = chance(client.index * 31 + 5);
  const alliance = allianceTotals(client.course, client.sessions, random);
  const improves = client.course !== 'slow-decline' && client.course !== 'early-dropout';
  const outcome = outcomeTotals(Math.ceil(client.sessions / 4), improves, random);
  const sessions: SeedSession[] = [];
  const responses: SeedResponse[] = [];
  for (let number = 0; number < client.sessions; number++) {
    const startsAt = startOf(client, anchor, number);
    // The newest slot may lie after the anchor's hour of this week.
    if (startsAt.getTime() > anchor.getTime() - 2 * 60 * minutes) break;
    const fate = random.next();
    const status = fate < 0.05 ? 'cancelled' : fate < 0.08 ? 'missed' : 'completed';
    const session = sessionAt(client, number, startsAt, status);
    sessions.push(session);
    // Not everyone answers every time.
    if (status !== 'completed' || random.next() < 0.08) continue;
    const answer = (instrument: SeedResponse['instrument'], total: number) => ({
      responseId: seedId('response', client.index, number, instrument),
      clientId: client.clientId,
      sessionId: session.sessionId,
      instrument,
      answeredAt: new Date(
        startsAt.getTime() + (sessionMinutes + random.between(5, 55)) * minutes,
      ).toISOString(),
      total,
    });
    responses.push(answer('alliance', alliance[number] as number));
    if (number % 4 === 0) responses.push(answer('outcome', outcome[number / 4] as number));
  }
  if (client.active) sessions.push(...bookedAhead(client, anchor, sessions.length));
  return { sessions, responses };
}

function bookedAhead(client: SeedClient, anchor: Date, from: number): SeedSession[] {
  const booked: SeedSession[] = [];
  for (let number = from; booked.length < 2 && number < from + 6; number++) {
    const startsAt = startOf(client, anchor, number);
    if (startsAt > anchor) booked.push(sessionAt(client, number, startsAt, 'booked'));
  }
  return booked;
}

function startOf(client: SeedClient, anchor: Date, number: number): Date {
  const week = number * client.everyWeeks - client.weeksAgo + 1;
  const date = addDays(mondayOf(anchor), week * 7 + client.slot.weekday);
  return atLocalHour(date, client.slot.hour, zone);
}

function sessionAt(client: SeedClient, number: number, startsAt: Date, status: SessionStatus): SeedSession {
  return {
    sessionId: seedId('session', client.index, number),
    clientId: client.clientId,
    therapistId: client.therapistId,
    startsAt: startsAt.toISOString(),
    endsAt: new Date(startsAt.getTime() + sessionMinutes * minutes).toISOString(),
    zone,
    type: number === 0 ? 'intake' : 'individual',
    status,
  };
}

/** Who is responsible for the client, from the first session on. Pure. */
export function relationshipsOf(client: SeedClient, anchor: Date) {
  const from = startOf(client, anchor, 0);
  const last = addDays(startOf(client, anchor, client.sessions - 1), 14);
  const to = client.active || last > anchor ? null : last.toISOString();
  const relationship = (kind: 'primary' | 'supervisor', staffId: string) => ({
    careRelationshipId: seedId('care', client.index, kind),
    clientId: client.clientId,
    staffId,
    kind,
    from: addDays(from, -7).toISOString(),
    to,
  });
  return [relationship('primary', client.therapistId), relationship('supervisor', client.supervisorId)];
}

/** Staff and clients as scheduling registers them. Pure. */
export function peopleOf(clients: readonly SeedClient[]) {
  return [
    ...demoStaff
      .filter(({ roles }) => !roles.includes('integrator'))
      .map(({ personId, name, roles, username, zone: home, team }) => ({
        personId,
        kind: 'staff',
        name,
        email: `${username}@clinic.example.org`,
        zone: home,
        roles,
        subject: personId,
        team,
        ...{ phone: null, language: 'en' },
        consent: { email: true, sms: false },
      })),
    ...clients.map(({ clientId, name, index, mail }) => ({
      personId: clientId,
      kind: 'client',
      name,
      email: `client-${index}@example.org`,
      zone,
      roles: [],
      subject: null,
      // Numbers that are kept free for films and books.
      ...{ phone: `+49 30 23125 ${String(index % 1000).padStart(3, '0')}`, language: 'en' },
      consent: { email: mail, sms: false },
    })),
  ];
}
