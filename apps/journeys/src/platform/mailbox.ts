import { call, until } from './api.ts';
import type { PlatformInUse } from './running-platform.ts';

export interface CaughtMail {
  readonly id: number;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly messageId: string | null;
}

/** Where the mail catcher's page is, above the base port. */
const place = 14;

/** The mails to an address, the oldest first, once there are so many. */
export function mailsTo({ port }: PlatformInUse, address: string, count = 1): Promise<CaughtMail[]> {
  return until(async () => {
    const { body } = await call<CaughtMail[]>(`http://127.0.0.1:${port + place}/mails`, {});
    const mine = body.filter(({ to }) => to === address).toReversed();
    return mine.length >= count && mine;
  });
}

/** The token of the link in a mail. */
export function linkIn({ text }: CaughtMail): string {
  const token = /check-in\/#([\w-]{43})/.exec(text)?.[1];
  if (token === undefined) throw new Error('there is no link in this mail');
  return token;
}
