import { instrumentPublished } from '@attune/contracts';
import type { Instrument } from '../../domain/instrument.ts';
import { scoringKey } from '../../domain/scoring-key.ts';

/** What others need to score it: the key, without the wording. */
export function publishedEvent(instrument: Instrument, time: Date) {
  const { url, version, title, validated, scales } = instrument;
  const key = scoringKey(instrument);
  const countedIn = (linkId: string) =>
    scales.filter((scale) => scale.items.includes(linkId)).map(({ code }) => code);
  return instrumentPublished.event({
    key: url,
    subject: url,
    time,
    data: {
      ...{ url, version, title, validated },
      items: key.items.map((item) => ({ ...item, risk: item.risk, scales: countedIn(item.linkId) })),
      scales: scales.map((scale, index) => ({
        ...scale,
        items: [...scale.items],
        missing: key.scales[index]?.missing ?? { rule: 'none' },
        bands: scale.bands.map((band) => ({ ...band })),
      })),
    },
  });
}
