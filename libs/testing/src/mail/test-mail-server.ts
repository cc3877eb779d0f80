import { freePort, startMailCatcher, type CaughtMail } from '@attune/local';

export interface TestMailServer {
  readonly url: string;
  /** The newest first. */
  readonly mails: () => readonly CaughtMail[];
  /** It goes away, */
  readonly stop: () => Promise<void>;
  /** and comes back with an empty box. */
  readonly start: () => Promise<void>;
}

/** A real mail server that keeps what it is given. */
export async function testMailServer(): Promise<TestMailServer> {
  const ports = { smtp: await freePort(), page: await freePort() };
  let catcher = await startMailCatcher(ports);
  return {
    url: `smtp://127.0.0.1:${ports.smtp}`,
    mails: () => catcher.mails(),
    stop: () => catcher.stop(),
    start: async () => {
      catcher = await startMailCatcher(ports);
    },
  };
}
