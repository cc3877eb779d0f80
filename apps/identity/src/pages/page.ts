import { createHash } from 'node:crypto';
import { styleSheet } from './theme.ts';

/** Markup that is safe to send as it is; everything else is escaped by `html`. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Value = string | Markup | readonly Markup[] | undefined;

/** A template tag that escapes each value, unless it is markup itself. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return new Markup(parts.reduce((done, part, i) => done + render(values[i - 1]) + part));
}

function render(value: Value): string {
  if (value === undefined) return '';
  if (value instanceof Markup) return value.text;
  if (typeof value !== 'string') return value.map(render).join('');
  return value.replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`);
}

const styleHash = createHash('sha256').update(styleSheet).digest('base64');

/** Headers of every page: nothing may load but the style sheet within it. */
export function pageHeaders(script?: string): Record<string, string> {
  const scripts =
    script === undefined
      ? ''
      : `script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'; `;
  return {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': `default-src 'none'; ${scripts}style-src 'sha256-${styleHash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  };
}

const mark = new Markup(
  '<svg width="30" height="22" viewBox="2 5 24 18" fill="none" stroke="currentColor" stroke-width="2.6" stroke-linecap="round" aria-hidden="true"><path d="M4 17c3.2 0 3.2-7 6.4-7s3.2 8 6.4 8 3.2-5 7.2-5"/><path opacity=".45" d="M4 12c3.2 0 3.2 7 6.4 7s3.2-10 6.4-10 3.2 6 7.2 6"/></svg>',
);

export function page(title: string, body: Markup, options: { wide?: boolean } = {}): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} – Attune</title>
${new Markup(`<style>${styleSheet}</style>`)}
</head>
<body>
<main${options.wide === true ? html` class="wide"` : undefined}>
<p class="brand">${mark} Attune</p>
${body}
</main>
</body>
</html>`.text;
}
