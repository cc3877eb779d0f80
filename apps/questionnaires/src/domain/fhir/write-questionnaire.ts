import { loincOf, type ItemForm } from '@attune/clinical';
import { slugOf, type Instrument, type Item, type PublishedInstrument } from '../instrument.ts';
import { shownScales } from '../psychometrics.ts';
import { formOfItem } from './form-of-item.ts';
import { urls } from './urls.ts';
import { writeKeying, writePsychometrics, writeScale, writeTerms, type Json } from './write-scale.ts';
import { writeTranslations } from './write-translations.ts';

/**
 * An instrument as a FHIR R4 Questionnaire. One that came as FHIR is given back as it came; where its key was
 * corrected since, Attune's extensions in it say the key as it is now.
 */
export function writeQuestionnaire(instrument: PublishedInstrument, resource: Json | null): Json {
  if (!resource) return fromInstrument(instrument);
  return instrument.keyRevision === 0 ? resource : withKey(resource, instrument);
}

function fromInstrument(instrument: PublishedInstrument): Json {
  const { url, version, title, intro, notice, publishedAt, languages, items, scales } = instrument;
  const loinc = loincOf(url);
  return {
    resourceType: 'Questionnaire',
    id: `${slugOf(url)}-${version}`.slice(0, 64),
    ...(languages?.[0] !== undefined && { language: languages[0] }),
    extension: [
      ...writeTerms(instrument),
      ...scales.map((scale) => writeScale(scale, (linkId) => linkId)),
      ...shownScales(instrument).map(writePsychometrics),
    ],
    ...{ url, version, title, status: 'active', subjectType: ['Patient'], date: publishedAt },
    ...{ description: intro, copyright: notice },
    ...writeTranslations('title', instrument.titles),
    ...writeTranslations('description', instrument.intros),
    ...writeTranslations('copyright', instrument.notices),
    ...(loinc?.panel && { code: [{ system: 'http://loinc.org', ...loinc.panel }] }),
    item: items.map((item) => writeItem(item, formOfItem(instrument, item), loinc?.items[item.linkId])),
  };
}

function writeItem(item: Item, { linkId, type, options }: ItemForm, loinc: string | undefined): Json {
  const extension = [...writeKeying(item), ...(item.range ? sliderOf(item.range, type) : [])];
  return {
    ...(extension.length > 0 && { extension }),
    ...{ linkId, text: item.text, type },
    ...(loinc !== undefined && { code: [{ system: 'http://loinc.org', code: loinc }] }),
    ...writeTranslations('text', item.texts),
    ...(options && {
      answerOption: options.map(({ value, code, system }, index) => ({
        extension: [{ url: urls.ordinalValue, valueDecimal: value }],
        valueCoding: {
          ...{ system, code, display: item.options[index]?.label },
          ...writeTranslations('display', item.options[index]?.labels),
        },
      })),
    }),
    ...(item.range && { item: endsOf(linkId, item.range) }),
  };
}

function sliderOf({ min, max, step }: NonNullable<Item['range']>, type: string): Json[] {
  const key = type === 'integer' ? 'valueInteger' : 'valueDecimal';
  return [
    control('slider'),
    { url: urls.minValue, [key]: min },
    { url: urls.maxValue, [key]: max },
    // FHIR has whole steps; a finer one stands as a decimal, which we read and the validators of R4 let pass.
    Number.isInteger(step) ? { url: urls.step, valueInteger: step } : { url: urls.step, valueDecimal: step },
  ];
}

const control = (code: string): Json => ({
  url: urls.itemControl,
  valueCodeableConcept: {
    coding: [{ system: 'http://hl7.org/fhir/questionnaire-item-control', code }],
  },
});

const endsOf = (linkId: string, { minLabel, maxLabel }: NonNullable<Item['range']>): Json[] =>
  [['lower', minLabel] as const, ['upper', maxLabel] as const].flatMap(([end, text]) =>
    text === '' ? [] : [{ extension: [control(end)], linkId: `${linkId}-${end}`, text, type: 'display' }],
  );

/** The resource with the key as it is now. Expressions stay where they are. */
function withKey(resource: Json, instrument: Instrument): Json {
  const { items, scales } = instrument;
  const linkIds = new Map(items.map((item) => [item.linkId, item.form?.linkId ?? item.linkId]));
  const byLinkId = new Map(items.map((item) => [item.form?.linkId ?? item.linkId, item]));
  const computed = calculatedIn(resource);
  const written = scales.map((scale) => {
    const by = scale.expression && computed.find(({ expression }) => expression === scale.expression?.text);
    return writeScale(scale, (linkId) => linkIds.get(linkId) ?? linkId, by?.linkId);
  });
  const keyed = (node: Json): Json => {
    const item = byLinkId.get(String(node['linkId']));
    const extension = [
      ...without(node['extension'], [urls.reversed, urls.risk]),
      ...(item ? writeKeying(item) : []),
    ];
    const { extension: _, ...rest } = node;
    return {
      ...(extension.length > 0 && { extension }),
      ...rest,
      ...(Array.isArray(node['item']) && { item: node['item'].map(keyed) }),
    };
  };
  const { extension, item, ...rest } = resource;
  return {
    ...rest,
    extension: [...without(extension, [urls.scale]), ...written],
    item: (item as Json[]).map(keyed),
  };
}

const without = (extensions: unknown, gone: readonly string[]): Json[] =>
  Array.isArray(extensions) ? (extensions as Json[]).filter(({ url }) => !gone.includes(String(url))) : [];

function calculatedIn(node: Json): { linkId: string; expression: string }[] {
  const own = (Array.isArray(node['extension']) ? (node['extension'] as Json[]) : []).flatMap((each) =>
    each['url'] === urls.calculated
      ? [
          {
            linkId: String(node['linkId']),
            expression: String((each['valueExpression'] as Json | undefined)?.['expression']),
          },
        ]
      : [],
  );
  const inner = Array.isArray(node['item']) ? (node['item'] as Json[]).flatMap(calculatedIn) : [];
  return [...own, ...inner];
}
