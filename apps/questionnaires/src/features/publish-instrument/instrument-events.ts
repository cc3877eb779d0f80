import { instrumentPublished } from '@attune/contracts';
import { rangeOf, type Instrument } from '../../domain/instrument.ts';

/** What others need to score it: the key, without the wording. */
export function publishedEvent(instrument: Instrument, time: Date) {
  const { url, version, title, validated, items, scales } = instrument;
  const countedIn = (linkId: string) =>
    scales.filter((scale) => scale.items.includes(linkId)).map(({ code }) => code);
  return instrumentPublished.event({
    key: url,
    subject: url,
    time,
    data: {
      url,
      version,
      title,
      validated,
      items: items.map(({ linkId, reversed, options }) => ({
        linkId,
        ...rangeOf({ options }),
        scales: countedIn(linkId),
        reversed,
      })),
      scales: scales.map((scale) => ({
        ...scale,
        items: [...scale.items],
        missing: { ...scale.missing },
        bands: scale.bands.map((band) => ({ ...band })),
      })),
    },
  });
}
