import type { Submission } from '../answers.ts';
import type { Form } from '../form.ts';
import type { Language } from '../words/languages.ts';
import type { Entries } from './entries.ts';

/** All that this device keeps of one link, from its first opening until the answers have arrived. */
export interface Kept {
  readonly id: string;
  readonly token: string;
  /** Sent with every attempt, so that answers that arrived twice count once. */
  readonly key: string;
  /** As it was last read, so that it opens without a connection. */
  readonly form?: Form;
  readonly entries: Entries;
  readonly seconds: Readonly<Record<string, number>>;
  readonly language?: Language;
  /** What waits to be sent: from here on nothing is changed any more. */
  readonly queued?: Submission;
  /** When it was sent off: a form that closes before it arrives takes it as of then. */
  readonly queuedAt?: string;
}

export const fresh = (token: string): Kept => ({
  ...{ id: crypto.randomUUID(), token, key: crypto.randomUUID() },
  ...{ entries: {}, seconds: {} },
});
