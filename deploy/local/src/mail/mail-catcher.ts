import { createServer, type Server } from 'node:http';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import type { CaughtMail } from './caught-mail.ts';
import { inboxPage, mailPage } from './inbox.page.ts';

export interface MailCatcher {
  readonly mails: () => readonly CaughtMail[];
  stop(): Promise<void>;
}

const most = 500;
const mostBytes = 2 * 1024 * 1024;

/**
 * A mail server that keeps what it is given instead of sending it, and shows it on a page of its own. For use on one
 * machine: it listens to nobody else, and forgets everything when it stops.
 */
export async function startMailCatcher(ports: {
  readonly smtp: number;
  readonly page: number;
}): Promise<MailCatcher> {
  const mails: CaughtMail[] = [];
  let last = 0;
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    size: mostBytes,
    // Senders keep their connections; nobody should wait for them at the end.
    closeTimeout: 200,
    onData(stream, _session, done) {
      simpleParser(stream).then(
        (mail) => {
          const to = [mail.to ?? []].flat().map(({ text }) => text);
          mails.unshift({
            ...{ id: ++last, messageId: mail.messageId ?? null, at: new Date().toISOString() },
            ...{ from: mail.from?.text ?? '', to: to.join(', '), subject: mail.subject ?? '' },
            ...{ text: mail.text ?? '', html: typeof mail.html === 'string' ? mail.html : null },
            headers: Object.fromEntries(mail.headerLines.map(({ key, line }) => [key, line])),
          });
          mails.length = Math.min(mails.length, most);
          done();
        },
        (error: Error) => {
          done(error);
        },
      );
    },
  });
  // A sender that goes away in the middle is no reason to end the platform.
  smtp.on('error', () => undefined);
  await new Promise<void>((resolve, reject) => {
    smtp.server.once('error', reject);
    smtp.listen(ports.smtp, '127.0.0.1', resolve);
  });
  const page = await serve(ports.page, () => mails);
  return {
    mails: () => mails,
    stop: async () => {
      page.closeAllConnections();
      await Promise.all([
        new Promise<void>((resolve) => smtp.close(resolve)),
        new Promise<void>((resolve) => page.close(() => resolve())),
      ]);
    },
  };
}

/** Mails are other people's text: nothing in them runs, and nothing of them is fetched. Their links open elsewhere. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; sandbox allow-popups allow-popups-to-escape-sandbox";
const linksOpenElsewhere = '<base target="_blank">';
const outer = "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'";

const isOwnName = (host = '') => /^(localhost|127\.0\.0\.1)(:\d+)?$/.test(host);

async function serve(port: number, mails: () => readonly CaughtMail[]): Promise<Server> {
  const server = createServer((request, response) => {
    const answer = (type: string, body: string, csp = outer, status = 200) => {
      response.writeHead(status, {
        'content-type': `${type}; charset=utf-8`,
        'content-security-policy': csp,
        'cache-control': 'no-store',
      });
      response.end(body);
    };
    const url = URL.parse(request.url ?? '/', 'http://localhost');
    // A page elsewhere that has its name point here would otherwise read along.
    if (!url || !isOwnName(request.headers.host)) {
      answer('text/plain', 'There is nothing here.', outer, 404);
      return;
    }
    const { pathname, searchParams } = url;
    const one = mails().find(({ id }) => id === Number(searchParams.get('id')));
    if (pathname === '/') answer('text/html', inboxPage(mails()));
    else if (pathname === '/mails') answer('application/json', JSON.stringify(mails()));
    else if (pathname === '/mail' && one) answer('text/html', mailPage(one));
    else if (pathname === '/body' && one) answer('text/html', linksOpenElsewhere + (one.html ?? ''), policy);
    else answer('text/plain', 'There is nothing here.', outer, 404);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return server;
}
