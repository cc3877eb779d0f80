import type { Channel } from '../message.ts';

/** The words of messages to clients in one language. */
export interface Words {
  readonly code: string;
  readonly direction: 'ltr' | 'rtl';
  readonly subject: Readonly<Record<'invitation' | 'reminder', string>>;
  readonly greeting: string;
  readonly ask: Readonly<Record<'invitation' | 'reminder', string>>;
  readonly answer: string;
  /** By the client's own clock: a link that opens until a day is read as open all that day. */
  readonly until: (dayAndTime: string) => string;
  /** That nobody reads this mailbox for emergencies. */
  readonly notWatched: string;
  readonly optOut: string;
  /** "by email" */
  readonly way: Readonly<Record<Channel, string>>;
  /** The page behind that link: it stops messages by one way, and names it. */
  readonly stop: Readonly<Record<'title' | 'question' | 'done' | 'nothing' | 'nothingToDo', string>> &
    Readonly<Record<'consequence' | 'stopped' | 'remains', (way: string) => string>>;
}
