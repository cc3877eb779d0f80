/** Both ends belong to it. */
export interface Range {
  readonly name: NumberName;
  readonly from: number | null;
  readonly to: number | null;
}

interface Bound {
  readonly condition: '>=' | '<=' | '<' | '>';
  readonly type: 'int' | 'double precision' | 'timestamptz';
  readonly value: number | string;
}

interface NumberOfRow {
  /** A column as it stands in an index: what is reckoned from columns would be reckoned for every client. */
  readonly column: string;
  readonly from: (least: number, now: Date) => Bound;
  readonly to: (most: number, now: Date) => Bound;
  /** What the column holds where the number is not known. */
  readonly unknown?: 'infinity' | '-infinity';
}

const whole = (column: string): NumberOfRow => ({
  column,
  from: (least) => ({ condition: '>=', type: 'int', value: Math.ceil(least) }),
  to: (most) => ({ condition: '<=', type: 'int', value: Math.floor(most) }),
});

const measure = (column: string, unit = 1): NumberOfRow => ({
  column,
  from: (least) => ({ condition: '>=', type: 'double precision', value: least / unit }),
  to: (most) => ({ condition: '<=', type: 'double precision', value: most / unit }),
  unknown: 'infinity',
});

/** Days until an instant. */
const until = (column: string): NumberOfRow => {
  const then = (days: number, now: Date) => new Date(now.getTime() + days * 86_400_000).toISOString();
  return {
    column,
    from: (least, now) => ({ condition: '>=', type: 'timestamptz', value: then(least, now) }),
    to: (most, now) => ({ condition: '<=', type: 'timestamptz', value: then(most, now) }),
    unknown: 'infinity',
  };
};

/** Whole units of so many days since an instant: the more of them, the earlier it was. */
const since = (column: string, days: number, unknown: 'infinity' | '-infinity' = 'infinity'): NumberOfRow => {
  const ago = (units: number, now: Date) => new Date(now.getTime() - units * days * 86_400_000).toISOString();
  return {
    column,
    from: (least, now) => ({ condition: '<=', type: 'timestamptz', value: ago(Math.ceil(least), now) }),
    to: (most, now) => ({ condition: '>', type: 'timestamptz', value: ago(Math.floor(most) + 1, now) }),
    unknown,
  };
};

/** Every number on the page, as it may be narrowed by. What is not known lies in no range. */
export const numbers = {
  risk: whole('risk'),
  'last-score': measure('score_key'),
  'last-score-percent': measure('share_key', 100),
  change: measure('change_key'),
  alerts: whole('alert_key'),
  attrition: whole('attrition'),
  missed: whole('missed_in_a_row'),
  'missed-90-days': whole('missed_lately'),
  'response-rate': measure('rate_key', 100),
  silent: whole('requests_silent'),
  weeks: since('since_key', 7),
  'days-since-contact': since('contact_key', 1),
  'days-since-session': since('session_key', 1, '-infinity'),
  'days-to-session': until('next_key'),
  'sessions-ahead': whole('sessions_ahead'),
} as const satisfies Readonly<Record<string, NumberOfRow>>;
export type NumberName = keyof typeof numbers;

/** The conditions of one range; `param` takes a value and gives its place. */
export function inRange({ name, from, to }: Range, now: Date, param: (value: unknown) => string): string[] {
  const { column, unknown, ...bounds }: NumberOfRow = numbers[name];
  const given = [
    ...(from === null ? [] : [bounds.from(from, now)]),
    ...(to === null ? [] : [bounds.to(to, now)]),
  ];
  const known =
    given.length > 0 && unknown !== undefined
      ? [`${column} ${unknown === 'infinity' ? '<' : '>'} '${unknown}'`]
      : [];
  return [
    ...given.map(({ condition, type, value }) => `${column} ${condition} ${param(value)}::${type}`),
    ...known,
  ];
}
