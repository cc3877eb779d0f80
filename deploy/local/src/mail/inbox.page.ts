import type { CaughtMail } from './caught-mail.ts';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string) => text.replace(/[&<>"]/g, (char) => entities[char] ?? char);

const page = (title: string, body: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escape(title)}</title><style>
:root { color-scheme: light dark } body { font: 16px/1.5 sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
table { border-collapse: collapse; width: 100% } th, td { text-align: start; padding: .4rem .6rem; border-bottom: 1px solid #8884 }
iframe { width: 100%; height: 32rem; border: 1px solid #8886; background: #fff } pre { white-space: pre-wrap }
</style></head><body>${body}</body></html>`;

/** Every mail that was caught, the newest first. */
export function inboxPage(mails: readonly CaughtMail[]): string {
  const rows = mails.map(
    ({ id, at, to, subject }) =>
      `<tr><td>${escape(at.slice(0, 19).replace('T', ' '))}</td><td>${escape(to)}</td>` +
      `<td><a href="/mail?id=${id}">${escape(subject)}</a></td></tr>`,
  );
  const table = `<table><thead><tr><th>At (UTC)</th><th>To</th><th>Subject</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
  return page(
    'Caught mail',
    `<h1>Caught mail</h1><p>What Attune would have sent. Nothing leaves this machine.</p>${
      mails.length > 0 ? table : '<p>No mail yet.</p>'
    }`,
  );
}

export function mailPage({ id, at, from, to, subject, text, html }: CaughtMail): string {
  const body =
    html === null ? `<pre>${escape(text)}</pre>` : `<iframe title="The mail" src="/body?id=${id}"></iframe>`;
  return page(
    subject,
    `<p><a href="/">All mail</a></p><h1>${escape(subject)}</h1>
<p>From ${escape(from)} to ${escape(to)}, ${escape(at)}</p>${body}
<details><summary>As plain text</summary><pre>${escape(text)}</pre></details>`,
  );
}
