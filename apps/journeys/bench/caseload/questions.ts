import { supervisor, therapist } from './fill.ts';

export interface Question {
  readonly name: string;
  readonly query: string;
  readonly as: { readonly person: string; readonly roles: readonly string[] };
}

const operations = { person: '00000000-0000-4000-8002-000000000001', roles: ['operations'] };
const asOperations = (name: string, query: string): Question => ({ name, query, as: operations });

const sorts = [
  ...[
    'risk',
    'name',
    'last-session',
    'last-score',
    'change',
    'alerts',
    'attrition',
    'missed',
    'missed-90-days',
  ],
  ...[
    'response-rate',
    'weeks',
    'last-contact',
    'next-session',
    '-response-rate',
    '-last-session',
    'therapist',
  ],
];

/** First pages: each order, then what people narrow by, from almost everybody to nobody. */
export const questions: readonly Question[] = [
  ...sorts.map((sort) => asOperations(`sort ${sort}`, `sort=${sort}`)),
  asOperations('low scores', 'filter=last-score:..35&sort=last-score'),
  asOperations('missed twice and falling', 'filter=missed:2..,change:..-5&sort=change'),
  asOperations('few, in another order', 'filter=risk:99..,attrition:9..&sort=name'),
  asOperations('nobody', 'filter=risk:100..,missed:3..,alerts:3..'),
  asOperations('weeks of care', 'filter=weeks:20..30&sort=weeks'),
  asOperations('long without contact', 'filter=days-since-contact:45..&sort=last-contact'),
  asOperations('nothing booked', 'filter=sessions-ahead:..0&sort=last-session'),
  asOperations('response rate', 'filter=response-rate:..50&sort=attrition'),
  asOperations('of one therapist', `therapistId=${therapist}`),
  asOperations('care ended', 'care=ended'),
  asOperations('everybody', 'care=all&sort=name'),
  asOperations('search: two letters', 'search=an'),
  asOperations('search: a name', 'search=greta%20wen&sort=name'),
  asOperations('search: one client', 'search=49999'),
  asOperations('search: nobody', 'search=xyz'),
  asOperations('search and filter', 'search=mun&filter=attrition:5..&sort=attrition'),
  { name: "a therapist's own", query: '', as: { person: therapist, roles: ['therapist'] } },
  { name: "a supervisor's", query: 'sort=name', as: { person: supervisor, roles: ['supervisor'] } },
];
