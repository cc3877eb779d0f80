import { infiniteQueryOptions } from '@tanstack/react-query';
import { http, type Page, query } from './http.ts';
import { mergeTrails, type Trails } from './merge-trails.ts';

/** Each keeps its own trail, in the transaction in which something was read or changed. */
export const auditedServices = [
  'scheduling',
  'questionnaires',
  'scoring',
  'alerting',
  'caseload',
  'notifications',
] as const;
export type AuditedService = (typeof auditedServices)[number];

export interface AuditEntry {
  readonly entryId: string;
  readonly at: string;
  /** Null for a client, who acts by a link, and for the platform itself. */
  readonly personId: string | null;
  readonly roles: readonly string[];
  readonly action: string;
  /** Some of them, where there are many. */
  readonly clientIds: readonly string[];
  readonly clients: number;
  readonly subject: string | null;
  readonly service: AuditedService;
}

export interface AuditSearch {
  readonly service?: AuditedService;
  readonly personId?: string;
  readonly clientId?: string;
  readonly kind?: 'read' | 'change';
  readonly action?: string;
  /** Days, the first and the last, in the zone of the person. */
  readonly from?: string;
  readonly to?: string;
}
/** What the services are asked: days as instants. */
export type AuditFilter = Omit<AuditSearch, 'service'>;

const pageSize = 50;

const fetchTrail = async (
  service: AuditedService,
  filter: AuditFilter,
  cursor: string | null,
): Promise<Page<AuditEntry>> => {
  const asked = query({ ...filter, cursor, limit: pageSize });
  const page = await http<Page<Omit<AuditEntry, 'service'>>>(`/api/${service}/audit?${asked}`);
  return { ...page, items: page.items.map((entry) => ({ ...entry, service })) };
};

/** The newest first, of one service or of all together; one that is away is named, and the others are shown. */
export const auditQuery = (service: AuditedService | undefined, filter: AuditFilter) =>
  infiniteQueryOptions({
    queryKey: ['audit', service, filter],
    // Each look is written down: nobody looks again by merely coming back to the window.
    staleTime: 60_000,
    refetchOnWindowFocus: false,
    queryFn: ({ pageParam }) =>
      mergeTrails(pageParam, (from, cursor) => fetchTrail(from, filter, cursor), pageSize),
    initialPageParam: Object.fromEntries(
      (service ? [service] : auditedServices).map((one) => [one, { held: [], next: '' }]),
    ) as Trails<AuditedService, AuditEntry>,
    getNextPageParam: ({ rest }) => rest ?? undefined,
    select: ({ pages }) => ({
      entries: pages.flatMap(({ entries }) => entries),
      away: [...new Set(pages.flatMap(({ away }) => away))],
    }),
  });
