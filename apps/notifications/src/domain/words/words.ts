/** The words of messages to clients in one language. */
export interface Words {
  readonly code: string;
  readonly direction: 'ltr' | 'rtl';
  readonly subject: Readonly<Record<'invitation' | 'reminder', string>>;
  readonly greeting: string;
  readonly ask: Readonly<Record<'invitation' | 'reminder', string>>;
  readonly answer: string;
  readonly until: (date: string) => string;
  /** That nobody reads this mailbox for emergencies. */
  readonly notWatched: string;
  readonly optOut: string;
  /** The page behind that link. */
  readonly stop: Readonly<Record<'title' | 'question' | 'consequence' | 'done' | 'stopped', string>>;
}
