import type { Figure } from '@attune/clinical';
import type { Instrument, Item, Scale, Sourced } from '../instrument.ts';
import type { ShownScale } from '../psychometrics.ts';
import { urls } from './urls.ts';

export type Json = Record<string, unknown>;

const text = (url: string, valueString: string | undefined) =>
  valueString === undefined ? [] : [{ url, valueString }];
const code = (url: string, valueCode: string) => ({ url, valueCode });
const number = (url: string, valueDecimal: number | undefined) =>
  valueDecimal === undefined ? [] : [{ url, valueDecimal }];
const sourced = (name: string, found: Sourced | undefined) =>
  found ? [...number(name, found.value), ...text(`${name}-source`, found.source)] : [];

/** A scale as Attune's own extension says it: `readScales` reads it back. */
export const writeScale = (
  scale: Scale,
  linkIdOf: (linkId: string) => string,
  calculatedBy?: string,
): Json => ({
  url: urls.scale,
  extension: [
    code('code', scale.code),
    ...text('title', scale.title),
    code('direction', scale.higherIsBetter ? 'higher-is-better' : 'lower-is-better'),
    ...(calculatedBy === undefined
      ? scale.items.map((linkId) => ({ url: 'item', valueString: linkIdOf(linkId) }))
      : text('calculated-by', calculatedBy)),
    code('method', scale.method),
    ...number('multiplier', scale.multiplier),
    code('missing', scale.missing.rule),
    ...number('missing-count', scale.missing.count),
    ...number('missing-percent', scale.missing.percent),
    ...(scale.missing.prorate === undefined ? [] : [{ url: 'prorate', valueBoolean: scale.missing.prorate }]),
    ...scale.bands.map((band) => ({
      url: 'band',
      extension: [code('code', band.code), ...number('from', band.from), ...number('to', band.to)],
    })),
    ...sourced('cut-off', scale.cutOff),
    ...sourced('reliable-change', scale.reliableChange),
    ...sourced('reliability', scale.reliability),
    ...number('reliability-sd', scale.reliability?.sd),
  ],
});

/** What is known about a scale. It is no part of the key: an import leaves it where it stands. */
export const writePsychometrics = ({ code: name, psychometrics }: ShownScale): Json => ({
  url: urls.psychometrics,
  extension: [
    code('code', name),
    ...figure('reliability', psychometrics.reliability),
    ...figure('sd', psychometrics.sd),
  ],
});

const figure = (name: string, { value, source, unknown }: Figure) => [
  ...number(name, value),
  ...text(`${name}-source`, source),
  ...text(`${name}-unknown`, unknown),
];

/** What an item means for the scales. */
export const writeKeying = ({ reversed, risk }: Pick<Item, 'reversed' | 'risk'>): Json[] => [
  ...(reversed ? [{ url: urls.reversed, valueBoolean: true }] : []),
  ...(risk ? [{ url: urls.risk, valueDecimal: risk.atLeast }] : []),
];

export const writeTerms = ({ validated, licence }: Instrument): Json[] => [
  { url: urls.validated, valueBoolean: validated },
  ...(licence
    ? [
        {
          url: urls.licence,
          extension: [
            ...text('name', licence.name),
            ...(licence.url === undefined ? [] : [{ url: 'url', valueUri: licence.url }]),
          ],
        },
      ]
    : []),
];
