/** What the page is told: something changed. What it says now, the page asks through the API, where access is decided. */
export interface Notice {
  kind: 'alert' | 'client';
  id: string;
  version: number;
}

export interface Audience {
  people: ReadonlySet<string>;
  roles: ReadonlySet<string>;
}

export interface AddressedNotice {
  notice: Notice;
  audience: Audience;
}

/** The parts of an alert event that decide who hears of it. */
export interface AlertChange {
  alertId: string;
  version: number;
  recipientId: string | null;
  previousRecipientId?: string | null | undefined;
  watcherIds: readonly string[];
}

const everyAlert: ReadonlySet<string> = new Set(['operations', 'clinic-lead']);
const everyClient: ReadonlySet<string> = new Set(['operations', 'clinic-lead']);

/** An alert is told to those it concerns, to the one it was taken from, and to those who see every alert. */
export function alertNotice(change: AlertChange): AddressedNotice {
  const people = [change.recipientId, change.previousRecipientId, ...change.watcherIds];
  return {
    notice: { kind: 'alert', id: change.alertId, version: change.version },
    audience: { people: new Set(people.filter((id) => typeof id === 'string')), roles: everyAlert },
  };
}

/**
 * A client's sessions, responses or scores changed: told to those who see every client, and to those in whose care it is.
 * @param version the event's number within its topic and client, so that a later change has a higher one
 */
export function clientNotice(
  clientId: string,
  version: number,
  carers: ReadonlySet<string>,
): AddressedNotice {
  return {
    notice: { kind: 'client', id: clientId, version },
    audience: { people: carers, roles: everyClient },
  };
}

export function concerns(audience: Audience, person: { id: string; roles: readonly string[] }): boolean {
  return audience.people.has(person.id) || person.roles.some((role) => audience.roles.has(role));
}
