/** What makes a request due. */
export type Trigger =
  | { readonly kind: 'after-every-session' }
  | { readonly kind: 'every-nth-session'; readonly n: number }
  /** The first primary care of a client, or of one who comes back after a pause, begins. */
  | { readonly kind: 'at-intake' }
  | { readonly kind: 'every-n-weeks'; readonly n: number }
  | { readonly kind: 'at-end-of-care' }
  /** Nothing is: so somebody is left out of what a wider policy asks. */
  | { readonly kind: 'never' };

/** Who is asked. */
export type Scope =
  | { readonly kind: 'all' }
  | { readonly kind: 'session-type'; readonly type: string }
  /** Clients whose primary therapist (after their care the last one) belongs to the team. */
  | { readonly kind: 'team'; readonly team: string }
  | { readonly kind: 'client'; readonly clientId: string };

/** A cadence policy: which instrument clients are asked to answer, and when. */
export interface Policy {
  readonly code: string;
  readonly title: string;
  /** Without a version the newest at that time. */
  readonly instrument: { readonly url: string; readonly version?: string | undefined };
  readonly trigger: Trigger;
  readonly scope: Scope;
  /** From the trigger to the request. */
  readonly delayHours: number;
  /** How long the client may answer. */
  readonly windowDays: number;
  /** Reminders so many hours after the request, as long as it is unanswered. */
  readonly reminderHours: readonly number[];
  readonly active: boolean;
}

/** A client at the moment of a question, and the kind of session that it is about. */
export interface Asked {
  readonly clientId: string;
  readonly team: string | null;
  readonly sessionType: string | null;
}

const specificity: Readonly<Record<Scope['kind'], number>> = {
  all: 0,
  'session-type': 1,
  team: 2,
  client: 3,
};

/**
 * The policies that decide on an instrument for a client: of those whose scope fits, the ones with the narrowest. A
 * policy for the client stands in place of its team's, a team's in place of that for a kind of session, and each of
 * them in place of the one for all.
 */
export function governing(policies: readonly Policy[], url: string, asked: Asked): Policy[] {
  const fitting = policies.filter(
    ({ active, instrument, scope }) => active && instrument.url === url && fits(scope, asked),
  );
  const narrowest = Math.max(...fitting.map(({ scope }) => specificity[scope.kind]));
  return fitting.filter(({ scope }) => specificity[scope.kind] === narrowest);
}

function fits(scope: Scope, { clientId, team, sessionType }: Asked): boolean {
  switch (scope.kind) {
    case 'all':
      return true;
    case 'session-type':
      return scope.type === sessionType;
    case 'team':
      return scope.team === team;
    case 'client':
      return scope.clientId === clientId;
  }
}
