import { v5 as idFrom } from 'uuid';
import { kebab, slugOf, type Instrument, type Item } from '../instrument.ts';
import type { Faults, Node } from './node.ts';
import { translationsOf } from './translations.ts';
import { urls } from './urls.ts';

const tag = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
const most = 4_000;
/** What an instrument is asked for by when it is exported. */
const longestName = 200;
const statuses = new Set(['draft', 'active', 'unknown']);

/** Everything about the questionnaire as a whole. What it does not say is decided here, and noted. */
export function readTitle(
  root: Node,
  items: readonly Item[],
  notes: Faults,
): Omit<Instrument, 'items' | 'scales'> {
  const named = (root.string('title') ?? root.string('name') ?? root.string('id') ?? '').trim();
  if (named === '') notes.add('/title', 'No title is said: it is called Questionnaire.');
  const title = named === '' ? 'Questionnaire' : named;
  if (title.length > 200) root.fault('A title has at most 200 characters.', '/title');
  const url = root.string('url') ?? urlFor(root, named, items, notes);
  if (!URL.canParse(url) || url.length > 255) root.fault('This is no url of at most 255 characters.', '/url');
  else if (slugOf(url) === '') root.fault('The url must end with a name.', '/url');
  else if (/[\s|]/.test(url)) root.fault('A canonical url has no spaces and no |.', '/url');
  else if (slugOf(url).length > longestName) {
    root.fault(`The last segment of the url has at most ${longestName} characters.`, '/url');
  }
  readStatus(root);
  const version = root.string('version') ?? '1';
  if (!root.has('version')) notes.add('/version', 'No version is said: this is version 1.');
  if (!/^[A-Za-z0-9][A-Za-z0-9.-]{0,31}$/.test(version)) {
    root.fault('A version is at most 32 letters, digits, dots and hyphens.', '/version');
  }
  const { subjectType = ['Patient'] } = root.value;
  if (!(Array.isArray(subjectType) && subjectType.includes('Patient')))
    notes.add('/subjectType', 'It is not made for patients, and can be asked of nobody but clients.');
  const intros = translationsOf(root, 'description');
  const titles = translationsOf(root, 'title');
  const notices = translationsOf(root, 'copyright');
  const validated = root.extension(urls.validated)?.boolean('valueBoolean') ?? false;
  const licence = licenceOf(root);
  return {
    ...{ url, version, title: title.slice(0, 200), validated },
    intro: textOf(root, 'description') ?? 'Please answer the following questions.',
    notice: textOf(root, 'copyright') ?? 'No terms of use were given with this questionnaire.',
    languages: languagesOf(root, items, titles),
    ...(titles && { titles }),
    ...(intros && { intros }),
    ...(notices && { notices }),
    ...(licence && { licence }),
  };
}

function readStatus(root: Node): void {
  const status = root.string('status');
  if (status === 'retired') root.fault('It is retired: nobody is to be asked it any more.', '/status');
  else if (!statuses.has(status ?? ''))
    root.fault('R4 needs a status here: draft, active or unknown.', '/status');
}

function textOf(root: Node, key: string): string | undefined {
  const text = root.string(key)?.trim();
  if (text !== undefined && text.length > most) root.fault(`More than ${most} characters.`, `/${key}`);
  return text === '' ? undefined : text;
}

function urlFor(root: Node, title: string, items: readonly Item[], notes: Faults): string {
  const said = kebab((root.string('name') ?? title).slice(0, 64));
  // One that has no name at all is known by what it asks.
  const name = said === '' ? `untitled-${idFrom(JSON.stringify(items), idFrom.URL).slice(0, 8)}` : said;
  const url = `https://attune.example/fhir/Questionnaire/${name}`;
  notes.add('/url', `No url is said: this is ${url}.`);
  return url;
}

function licenceOf(root: Node): Instrument['licence'] {
  const found = root.extension(urls.licence);
  const parts = found?.list('extension') ?? [];
  const part = (name: string) => parts.find(({ value }) => value['url'] === name);
  const name = part('name')?.string('valueString');
  const url = part('url')?.string('valueUri') ?? part('url')?.string('valueUrl');
  if (name === undefined) return undefined;
  // Staff click on it.
  if (url !== undefined && !/^https?:\/\//.test(url))
    root.fault('The address of a licence begins with https:// or http://.', '/extension');
  return { name: name.slice(0, 200), ...(url !== undefined && { url: url.slice(0, 500) }) };
}

/** Its own language, and every one in which all of its items can be read. */
function languagesOf(
  root: Node,
  items: readonly Item[],
  titles: Readonly<Record<string, string>> | undefined,
): string[] {
  const own = root.string('language') ?? 'en';
  if (!tag.test(own)) root.fault('This is no language tag.', '/language');
  const candidates = new Set([
    ...Object.keys(titles ?? {}),
    ...items.flatMap(({ texts }) => Object.keys(texts ?? {})),
  ]);
  const complete = [...candidates].filter((lang) => items.every(({ texts }) => texts?.[lang] !== undefined));
  return [...new Set([own, ...complete])].slice(0, 100);
}
