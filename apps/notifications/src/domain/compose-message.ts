import { english } from './words/english.ts';
import { wordsIn } from './words/in-language.ts';
import type { Words } from './words/words.ts';
import type { Purpose } from './message.ts';

/** What a message says. No clinical content: who it reaches by mistake learns nothing but that there is a link. */
export interface Composed {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface ToClient {
  readonly purpose: Extract<Purpose, 'invitation' | 'reminder'>;
  /** BCP 47 tag; English where there are no words in it. */
  readonly language: string;
  readonly link: string;
  readonly optOutLink: string;
  /** Until when the link opens, in the client's zone. */
  readonly expiresAt: Date;
  readonly zone: string;
}

export function composeForClient(given: ToClient): Composed {
  const words = wordsIn(given.language);
  const shape = { dateStyle: 'full', timeStyle: 'short', timeZone: given.zone } as const;
  const until = new Intl.DateTimeFormat(words.code, shape).format(given.expiresAt);
  const subject = words.subject[given.purpose];
  const lines = [words.greeting, words.ask[given.purpose], given.link, words.until(until), words.notWatched];
  const text = `${lines.join('\n\n')}\n\n${words.optOut}\n${given.optOutLink}\n`;
  const html = page(words, [
    paragraph(words.greeting),
    paragraph(words.ask[given.purpose]),
    `<p><a href="${escape(given.link)}" style="${button}">${escape(words.answer)}</a></p>`,
    paragraph(words.until(until)),
    paragraph(words.notWatched),
    `<p style="font-size:13px"><a href="${escape(given.optOutLink)}">${escape(words.optOut)}</a></p>`,
  ]);
  return { subject, text, html };
}

/** As short as it goes: an SMS. */
export const composeShort = ({
  language,
  purpose,
  link,
  optOutLink,
}: Pick<ToClient, 'language' | 'purpose' | 'link' | 'optOutLink'>): string => {
  const { ask, optOut } = wordsIn(language);
  return `${ask[purpose]} ${link} ${optOut}: ${optOutLink}`;
};

export type ToStaff =
  | {
      readonly purpose: 'alert';
      readonly link: string;
      readonly escalated: boolean;
      readonly safety: boolean;
    }
  | { readonly purpose: 'digest'; readonly link: string; readonly waiting: number; readonly overdue: number };

/** Staff read English; who it is about and what was measured stands behind the sign-in only. */
export function composeForStaff(given: ToStaff): Composed {
  const { subject, lines } = given.purpose === 'alert' ? forAlert(given) : forDigest(given);
  const text = `${[...lines, given.link, english.staffFooter].join('\n\n')}\n`;
  const html = page(english, [
    ...lines.map(paragraph),
    `<p><a href="${escape(given.link)}" style="${button}">Open Attune</a></p>`,
    paragraph(english.staffFooter),
  ]);
  return { subject, text, html };
}

function forAlert({ escalated, safety }: Extract<ToStaff, { purpose: 'alert' }>) {
  const subject = safety ? 'Attune: please look today' : 'Attune: an alert waits for you';
  const first = escalated
    ? 'An alert has come up to you, so that you look at it too.'
    : 'A new alert waits for you.';
  return { subject, lines: safety ? [first, 'Please look at it today.'] : [first] };
}

function forDigest({ waiting, overdue }: Extract<ToStaff, { purpose: 'digest' }>) {
  const alerts = `${waiting} ${waiting === 1 ? 'alert waits' : 'alerts wait'} for you`;
  const late = overdue > 0 ? `, ${overdue} of them past the time to acknowledge` : '';
  return { subject: `Attune: ${alerts}`, lines: [`${alerts}${late}.`] };
}

const button =
  'display:inline-block;padding:12px 20px;border-radius:8px;background:#087f5b;color:#fff;text-decoration:none';
const paragraph = (text: string) => `<p>${escape(text)}</p>`;
const page = ({ code, direction }: Words, parts: readonly string[]) =>
  `<!doctype html><html lang="${code}" dir="${direction}"><body style="font-family:sans-serif;line-height:1.5">${parts.join('')}</body></html>`;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string) => text.replace(/[&<>"]/g, (char) => entities[char] ?? char);
