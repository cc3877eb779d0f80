import type { ItemForm } from '@attune/clinical';
import { instrumentKeyCorrected, instrumentPublished } from '@attune/contracts';
import type { Instrument, PublishedInstrument } from '../../domain/instrument.ts';
import { scoringKey } from '../../domain/scoring-key.ts';

/** What others need to score it: the key, without the wording. */
export const publishedEvent = (instrument: Instrument, time: Date) =>
  instrumentPublished.event({ ...envelope(instrument, time), data: keyData(instrument) });

export const correctedEvent = (instrument: PublishedInstrument, time: Date) =>
  instrumentKeyCorrected.event({
    ...envelope(instrument, time),
    data: {
      ...keyData(instrument),
      keyRevision: instrument.keyRevision,
      correctedAt: time.toISOString(),
    },
  });

const envelope = ({ url }: Instrument, time: Date) => ({ key: url, subject: url, time });

function keyData(instrument: Instrument) {
  const { url, version, title, validated, scales } = instrument;
  const key = scoringKey(instrument);
  const countedIn = (linkId: string) =>
    scales.filter((scale) => scale.items.includes(linkId)).map(({ code }) => code);
  return {
    ...{ url, version, title, validated },
    items: key.items.map((item) => ({
      ...item,
      risk: item.risk,
      form: item.form && formData(item.form),
      scales: countedIn(item.linkId),
    })),
    scales: scales.map((scale, index) => ({
      ...scale,
      items: [...scale.items],
      missing: key.scales[index]?.missing ?? ({ rule: 'none' } as const),
      bands: scale.bands.map((band) => ({ ...band })),
      expression: scale.expression && {
        text: scale.expression.text,
        variables: scale.expression.variables.map((each) => ({ ...each })),
      },
    })),
  };
}

const formData = ({ options, within, ...form }: ItemForm) => ({
  ...form,
  within: [...within],
  ...(options && { options: options.map((option) => ({ ...option })) }),
});
