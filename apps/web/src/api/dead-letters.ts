import { queryOptions } from '@tanstack/react-query';
import { http, type Page, post } from './http.ts';

const services = [
  'scheduling',
  'questionnaires',
  'scoring',
  'alerting',
  'caseload',
  'notifications',
] as const;

export interface DeadLetter {
  readonly id: string;
  readonly service: (typeof services)[number];
  readonly topic: string;
  readonly key: string | null;
  readonly sequence: number | null;
  readonly kind: 'poison' | 'prerequisite' | 'gap' | 'behind';
  readonly reason: string;
  readonly parkedAt: string;
}

/** What each service could not take in; one that is away is named, the others are shown. */
export const deadLettersQuery = queryOptions({
  queryKey: ['dead-letters'],
  queryFn: async () => {
    const asked = await Promise.allSettled(
      services.map((service) => http<Page<DeadLetter>>(`/api/${service}/dead-letters?limit=100`)),
    );
    const away = services.filter((_, index) => asked[index]?.status === 'rejected');
    const refused = asked.find((one) => one.status === 'rejected');
    if (refused && away.length === services.length) throw refused.reason;
    const items = services.flatMap((service, index) => {
      const one = asked[index];
      return one?.status === 'fulfilled' ? one.value.items.map((letter) => ({ ...letter, service })) : [];
    });
    return { items, away };
  },
  refetchInterval: 30_000,
});

const path = ({ service, id }: DeadLetter) => `/api/${service}/dead-letters/${id}`;
export const retryLetter = (letter: DeadLetter) => post(`${path(letter)}/retry`);
export const skipLetter = ({ letter, reason }: { readonly letter: DeadLetter; readonly reason: string }) =>
  post(`${path(letter)}/skip`, { reason });
