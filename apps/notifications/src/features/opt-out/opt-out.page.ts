import type { Words } from '../../domain/words/words.ts';

const page = ({ code, direction, stop }: Words, body: string) =>
  `<!doctype html><html lang="${code}" dir="${direction}"><head><meta charset="utf-8">` +
  `<meta name="viewport" content="width=device-width"><title>${stop.title}</title></head><body>${body}</body></html>`;

/** A page without a script or a style: it works wherever a mail opens it. */
export const askPage = (words: Words) =>
  page(
    words,
    `<main><h1>${words.stop.question}</h1><p>${words.stop.consequence}</p>` +
      `<form method="post"><button type="submit">${words.optOut}</button></form></main>`,
  );
export const donePage = (words: Words) =>
  page(words, `<main><h1>${words.stop.done}</h1><p>${words.stop.stopped}</p></main>`);
