/** What courses are drawn from, in points of the total of the Attune check-in. */
export interface World {
  /** Of the usual levels of clients. */
  readonly mean: number;
  /** How much clients differ in their usual level: standard deviation. */
  readonly betweenClients: number;
  /** `skewed`: most clients near the top, few far below it. `normal`: as far above the mean as below. */
  readonly levels: 'skewed' | 'normal';
  /** From session to session, beside what is measured wrongly: standard deviation. */
  readonly occasion: number;
  /** Internal consistency of a total. */
  readonly reliability: number;
  /** Below this true level the alliance is weak, whether it fell or not. */
  readonly weakBelow: number;
  /** How an alert about an alliance that is weak but did not fall counts: as found, as false, or neither. */
  readonly weakCounts: 'neither' | 'found' | 'false';
  /** A fall of the true alliance by so much below the client's own level is a rupture or a decline. */
  readonly matters: number;
  readonly shares: Readonly<Record<Kind, number>>;
}

export const kinds = ['stable', 'rising', 'rupture', 'decline', 'dropout'] as const;
export type Kind = (typeof kinds)[number];

/** The total of the Attune check-in: 12 items from 1 to 5. */
export const scale = { min: 12, max: 60 } as const;

/** In which the rules are tuned and reported; where each number comes from is said in docs/guides/rupture-rules.md. */
export const assumed: World = {
  mean: 52,
  betweenClients: 6.5,
  levels: 'skewed',
  occasion: 3.5,
  reliability: 0.91,
  weakBelow: 36,
  weakCounts: 'neither',
  matters: 5,
  shares: { stable: 0.35, rising: 0.25, rupture: 0.25, decline: 0.08, dropout: 0.07 },
};

/** Standard error of measurement: SD · √(1 − r), with the SD over clients and occasions. */
export const measurementError = ({ betweenClients, occasion, reliability }: World) =>
  Math.hypot(betweenClients, occasion) * Math.sqrt(1 - reliability);

/** Where something else is assumed and the rules stay as they are. */
export const others: readonly (readonly [name: string, world: World])[] = [
  ['a weak alliance that did not fall counts as an episode', { ...assumed, weakCounts: 'found' }],
  ['an alert about a weak alliance that did not fall is false', { ...assumed, weakCounts: 'false' }],
  ['more ratings at the very top', { ...assumed, mean: 54, betweenClients: 6 }],
  ['lower ratings', { ...assumed, mean: 49, betweenClients: 7 }],
  ['usual levels normally distributed', { ...assumed, mean: 49, levels: 'normal' }],
  ['more scatter from session to session', { ...assumed, occasion: 4.5 }],
  ['less scatter from session to session', { ...assumed, occasion: 2.5 }],
  [
    'ruptures in half of the courses',
    { ...assumed, shares: { stable: 0.2, rising: 0.15, rupture: 0.5, decline: 0.08, dropout: 0.07 } },
  ],
];
