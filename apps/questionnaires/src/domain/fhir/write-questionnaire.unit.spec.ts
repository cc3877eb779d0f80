import { expect, test } from '@jest/globals';
import { Fhir } from 'fhir/fhir.js';
import { choice, everyType, questionnaire, scale, score } from '../../test-stack/fhir-examples.ts';
import { instrumentKeys } from '../catalogue/catalogue.ts';
import { wordKey } from '../catalogue/instrument-key.ts';
import type { Instrument } from '../instrument.ts';
import { shippedInstruments } from '../instruments/shipped.ts';
import { readQuestionnaire } from './read-questionnaire.ts';
import { writeQuestionnaire } from './write-questionnaire.ts';

const validator = new Fhir();
const faultsOf = (resource: unknown) =>
  validator
    .validate(resource as object, { errorOnUnexpected: true })
    .messages.filter(({ severity }) => String(severity) === 'error');

function read(resource: unknown): Instrument {
  const found = readQuestionnaire(resource);
  if (found.reasons) throw new Error(JSON.stringify(found.reasons));
  return found.instrument;
}
const published = (instrument: Instrument, keyRevision = 0) => ({
  ...instrument,
  ...{ publishedAt: '2026-01-01T00:00:00.000Z', keyRevision },
});

const worded = instrumentKeys.map((key): [string, Instrument] => {
  const items = key.items.map(({ linkId, choice: of }) => ({
    ...{ linkId, text: `About ${linkId}` },
    labels: of ? Array.from({ length: of.to - of.from + 1 }, (_, n) => `${n}`) : ['low', 'high'],
  }));
  const wording = { version: '1', intro: 'Intro', notice: 'Notice', language: 'en', items };
  const { instrument } = { instrument: undefined, ...wordKey(key, wording) };
  if (!instrument) throw new Error('no wording');
  return [key.name, instrument];
});

test.each([...shippedInstruments.map((each): [string, Instrument] => [each.title, each]), ...worded])(
  '%s goes out as valid FHIR and comes back with the same words and the same key',
  (_, instrument) => {
    const resource = writeQuestionnaire(published(instrument), null);
    expect(faultsOf(resource)).toEqual([]);
    const back = read(resource);
    const { items, scales, ...about } = JSON.parse(JSON.stringify(instrument)) as Instrument;
    expect(back).toMatchObject(about);
    expect(JSON.parse(JSON.stringify(back.scales))).toEqual(scales);
    expect(back.items).toMatchObject(items);
  },
);

test('the items of the PHQ and the GAD go out with their LOINC codes, each with that of its own words', () => {
  const codes = new Map<string, string>();
  for (const name of ['phq-9', 'gad-7', 'phq-4']) {
    const instrument = shippedInstruments.find(({ url }) => url.endsWith(`/${name}`));
    const { item } = writeQuestionnaire(published(instrument as Instrument), null);
    for (const { text, code } of item as { text: string; code: { code: string }[] }[]) {
      const words = text.toLowerCase().replace(/[^a-z ]/g, '');
      expect(code[0]?.code).toMatch(/^\d{5}-\d$/);
      expect(codes.get(words) ?? code[0]?.code).toBe(code[0]?.code);
      codes.set(words, code[0]?.code ?? '');
    }
  }
  expect(new Set(codes.values()).size).toBe(codes.size);
  expect(codes.size).toBe(16);
});

test('each scale goes out with its reliability and SD, or with why they are not known', () => {
  const said = (name: string) => {
    const [, instrument] = worded.find(([key]) => key === name) ?? [];
    const { extension } = writeQuestionnaire(published(instrument as Instrument), null);
    return (extension as { url: string; extension: object[] }[])
      .filter(({ url }) => url.endsWith('/psychometrics'))
      .map((each) => each.extension);
  };
  expect(said('ors')).toEqual([
    [
      { url: 'code', valueCode: 'total' },
      { url: 'reliability', valueDecimal: 0.93 },
      { url: 'reliability-source', valueString: expect.stringContaining('Miller') },
      { url: 'sd', valueDecimal: 6.8 },
      { url: 'sd-source', valueString: expect.stringContaining('Miller') },
    ],
  ]);
  expect(said('arm-5')).toEqual([
    [
      { url: 'code', valueCode: 'total' },
      { url: 'reliability-unknown', valueString: expect.stringContaining('No reliability') },
      { url: 'sd-unknown', valueString: expect.stringContaining('No standard deviation') },
    ],
  ]);
  expect(said('dass-21')).toHaveLength(3);
});

test('PHQ-9 goes out with LOINC’s code for the panel', () => {
  const phq9 = shippedInstruments.find(({ title }) => title === 'PHQ-9') as Instrument;
  expect(writeQuestionnaire(published(phq9), null)).toMatchObject({
    code: [{ system: 'http://loinc.org', code: '44249-1' }],
  });
});

test('what came as FHIR is given back as it came; a corrected key is said in it', () => {
  const resource = questionnaire(
    [
      ...everyType(),
      choice('x'),
      score("%resource.item.where(linkId='c' or linkId='x').answer.weight().sum()"),
    ],
    { extension: [scale({ code: 'mine', direction: 'lower-is-better' }, ['c', 'x'])] },
  );
  expect(faultsOf(resource)).toEqual([]);
  const instrument = read(resource);
  expect(writeQuestionnaire(published(instrument), resource)).toBe(resource);
  const [mine, computed] = instrument.scales as [Instrument['scales'][number], Instrument['scales'][number]];
  const corrected = {
    ...instrument,
    items: instrument.items.map((item) => (item.linkId === 'x' ? { ...item, reversed: true } : item)),
    scales: [{ ...mine, title: 'Corrected' }, computed],
  };
  const written = writeQuestionnaire(published(corrected, 1), resource);
  expect(faultsOf(written)).toEqual([]);
  const back = read(written);
  expect(back.items).toEqual(corrected.items);
  expect(back.scales.map(({ title, expression }) => [title, expression !== undefined])).toEqual([
    ['Corrected', false],
    [computed.title, true],
  ]);
});

test('the validator would notice', () => {
  expect(faultsOf({ ...questionnaire([choice('a')]), status: 'moon' })).not.toEqual([]);
  expect(faultsOf({ ...questionnaire([choice('a')]), invented: true })).not.toEqual([]);
});
