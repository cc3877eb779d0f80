import { msg } from '@lingui/core/macro';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { http, type Page, query } from './http.ts';
import { namedScale } from '../charts/scale-words.ts';
import type { Severity } from './alerts.ts';

export const sorts = {
  risk: msg`Needs somebody first`,
  attrition: msg`Signs of attrition`,
  'last-score': msg`Lowest alliance`,
  change: msg`Steepest fall`,
  alerts: msg`Open alerts`,
  'last-contact': msg`Longest without contact`,
  missed: msg`Missed in a row`,
  'missed-90-days': msg`Missed in 90 days`,
  'response-rate': msg`Lowest response rate`,
  weeks: msg`Longest in care`,
  'last-session': msg`Last session`,
  'next-session': msg`Next session`,
  name: msg`Name`,
  therapist: msg`Therapist`,
} as const;
export type Order = keyof typeof sorts;
/** An order, or with a minus before it the other way round. */
export type Sort = Order | `-${Order}`;

export const orderOf = (sort: Sort): Order => sort.replace(/^-/, '') as Order;
export const turned = (sort: Sort): Sort => (sort.startsWith('-') ? orderOf(sort) : `-${orderOf(sort)}`);
export const isSort = (given: unknown): given is Sort =>
  typeof given === 'string' && given.replace(/^-/, '') in sorts;

/** How a client comes and answers, and the signs that they may leave. */
export interface Signs {
  readonly lastScore: {
    readonly value: number;
    readonly min: number;
    readonly max: number;
    readonly change: number | null;
  } | null;
  readonly requests: { readonly due: number; readonly answered: number; readonly silent: number };
  readonly missed: { readonly inARow: number; readonly last90Days: number };
  readonly weeksInCare: number | null;
  readonly lastContact: string | null;
  /** An order made of signs, no probability. */
  readonly attrition: { readonly order: number; readonly factors: readonly Factor[] };
}

export interface Client extends Signs {
  readonly clientId: string;
  readonly name: string;
  readonly therapist: { readonly id: string; readonly name: string } | null;
  /** Since when nobody treats the client any more. */
  readonly careEndedAt: string | null;
  readonly lastSession: string | null;
  readonly nextSession: string | null;
  readonly sessionsAhead: number;
  readonly lastScore: {
    readonly value: number;
    /** Of which instrument and scale: one of those that stand for the alliance. */
    readonly instrument: string;
    readonly scale: string;
    readonly min: number;
    readonly max: number;
    readonly change: number | null;
    readonly answeredAt: string;
  } | null;
  readonly trend: readonly number[];
  readonly openAlerts: OpenAlerts;
  /** Events about the client wait, because an earlier one could not be taken in. */
  readonly behind: boolean;
  readonly risk: number;
  readonly reasons: readonly string[];
}

export interface OpenAlerts {
  readonly count: number;
  readonly highest: Severity | null;
  /** Whether one of them is about safety. */
  readonly safety: boolean;
}

export interface Factor {
  readonly code: string;
  readonly weight: 1 | 2;
  readonly reason: string;
}

export interface Session {
  readonly sessionId: string;
  readonly startsAt: string;
  readonly status: 'booked' | 'completed' | 'cancelled' | 'missed';
}

/** A client with the course of each scale and the latest sessions. */
export interface ClientCourse extends Client, Fresh {
  readonly series: readonly Series[];
  readonly sessions: readonly Session[];
}

export interface Series {
  readonly instrumentUrl: string;
  readonly scale: string;
  readonly instrumentTitle: string;
  readonly title: string;
  readonly min: number;
  readonly max: number;
  readonly higherIsBetter: boolean;
  readonly points: readonly {
    readonly value: number | null;
    readonly answeredAt: string;
    readonly responseId: string;
    readonly sessionId: string | null;
  }[];
}

export const cares = { current: msg`In care`, ended: msg`Care ended`, all: msg`All` } as const;
export type Care = keyof typeof cares;

export interface CaseloadSearch {
  readonly care?: Care;
  readonly search?: string;
  /** Ranges of numbers: `last-score:..35,missed:2..`. */
  readonly filter?: string;
  readonly sort?: Sort;
  readonly therapistId?: string;
}

/** As of when an answer is. */
export interface Fresh {
  readonly asOf: string | null;
  /** Whether that is more than a minute ago. */
  readonly delayed: boolean;
}

interface ClientPage extends Page<Client>, Fresh {
  readonly total: number;
}

const clients = (search: CaseloadSearch, limit: number, cursor?: string) =>
  http<ClientPage>(`/api/caseload/clients?${query({ sort: 'risk', limit, ...search, cursor })}`);

/** So many pages are brought up to date by themselves; who has scrolled further asks for it. */
const freshPages = 4;
interface Loaded {
  readonly pages?: readonly unknown[];
}
export const staysFresh = (data: Loaded | undefined) => (data?.pages?.length ?? 0) <= freshPages;

/** The board, page by page as somebody scrolls. */
export const caseloadQuery = (search: CaseloadSearch) =>
  infiniteQueryOptions({
    queryKey: ['caseload', 'board', search],
    // What was fetched on the way to the page is not fetched again on it.
    staleTime: 3_000,
    queryFn: ({ pageParam: cursor }) => clients(search, 50, cursor),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (staysFresh(state.data) ? 15_000 : false),
    refetchOnWindowFocus: ({ state }) => staysFresh(state.data),
  });

/** The first few clients of whom something in the name begins like this. */
export const findClientsQuery = (search: string, most: number) =>
  queryOptions({
    queryKey: ['caseload', 'found', search],
    queryFn: () => clients({ search, sort: 'name', care: 'all' }, most),
    placeholderData: keepPreviousData,
  });

/** Where the same clients are to be had as a file. */
export const exportAddress = ({ care, search, filter, sort, therapistId }: CaseloadSearch) =>
  `/api/caseload/clients.csv?${query({ care, search, filter, sort: sort ?? 'risk', therapistId })}`;

const named = (course: ClientCourse): ClientCourse => ({ ...course, series: course.series.map(namedScale) });

export const clientQuery = (clientId: string) =>
  queryOptions({
    queryKey: ['client', clientId],
    // As on the board; live notices make it stale at once.
    staleTime: 3_000,
    queryFn: () => http<ClientCourse>(`/api/caseload/clients/${clientId}`),
    select: named,
  });

export interface StaffMember {
  readonly personId: string;
  readonly name: string;
  readonly roles: readonly string[];
}

export const staffQuery = queryOptions({
  queryKey: ['people', 'staff'],
  staleTime: 5 * 60_000,
  queryFn: async () => (await http<Page<StaffMember>>('/api/scheduling/people?kind=staff&limit=200')).items,
});

/** The therapists of clients whom the person sees, for those who see clients of several. */
export const treatingQuery = queryOptions({
  queryKey: ['caseload', 'treating'],
  staleTime: 5 * 60_000,
  queryFn: async () =>
    (await http<Pick<Page<Omit<StaffMember, 'roles'>>, 'items'>>('/api/caseload/treating')).items,
});

/** The scales that stand for the alliance: the rules in force watch them for it, the first of them first. */
export const allianceScalesQuery = queryOptions({
  queryKey: ['caseload', 'alliance-scales'],
  staleTime: 5 * 60_000,
  queryFn: async () =>
    (await http<Pick<Page<{ readonly instrument: string }>, 'items'>>('/api/caseload/alliance-scales')).items,
});

/** What a client is asked unless somebody says otherwise: what they answered last, else what the rules name first. */
export const instrumentToAsk = (
  client: Pick<Client, 'lastScore'>,
  scales: readonly { readonly instrument: string }[],
): string | undefined => client.lastScore?.instrument ?? scales[0]?.instrument;

/** Whether a series is the one whose newest score stands for the alliance. */
export const isAlliance = (
  { lastScore }: Pick<Client, 'lastScore'>,
  { instrumentUrl, scale }: Pick<Series, 'instrumentUrl' | 'scale'>,
): boolean => lastScore?.instrument === instrumentUrl && lastScore.scale === scale;
