import { createHash } from 'node:crypto';
import type { Channel } from '../../domain/message.ts';
import type { Words } from '../../domain/words/words.ts';
import { styleSheet } from './opt-out.style.ts';

const styleHash = createHash('sha256').update(styleSheet).digest('base64');

/** Nothing may load but the style sheet within the page, and no script runs: it works wherever a mail opens it. */
export const pagePolicy = `default-src 'none'; style-src 'sha256-${styleHash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

const page = ({ code, direction, stop }: Words, title: string, body: readonly string[]) =>
  `<!doctype html><html lang="${code}" dir="${direction}"><head><meta charset="utf-8">` +
  `<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">` +
  `<title>${stop.title}</title><style>${styleSheet}</style></head>` +
  `<body><main><h1>${title}</h1>${body.join('')}</main></body></html>`;
const paragraph = (text: string) => `<p>${text}</p>`;

/** The way that a link stops, and the one that stays open beside it. */
export interface Ways {
  readonly stops: Channel;
  readonly remains: Channel | null;
}

const remaining = ({ stop, way }: Words, { remains }: Ways) =>
  remains === null ? [] : [paragraph(stop.remains(way[remains]))];

export const askPage = (words: Words, ways: Ways) =>
  page(words, words.stop.question, [
    paragraph(words.stop.consequence(words.way[ways.stops])),
    ...remaining(words, ways),
    `<form method="post"><button type="submit">${words.optOut}</button></form>`,
  ]);

export const donePage = (words: Words, ways: Ways) =>
  page(words, words.stop.done, [
    paragraph(words.stop.stopped(words.way[ways.stops])),
    ...remaining(words, ways),
  ]);

/** For a link that was cut off, or forgotten since. */
export const nothingPage = (words: Words) =>
  page(words, words.stop.nothing, [paragraph(words.stop.nothingToDo)]);
