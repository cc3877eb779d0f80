import type { Channel } from './message.ts';

/** As much of a person as it takes to write to them. */
export interface Recipient {
  readonly personId: string;
  readonly kind: 'client' | 'staff';
  readonly email: string | null;
  readonly phone: string | null;
  /** BCP 47 tag. */
  readonly language: string;
  /** IANA time zone. */
  readonly zone: string;
  readonly consent: { readonly email: boolean; readonly sms: boolean };
  /** Ways that the person has closed by a link in a message. */
  readonly optedOut: readonly Channel[];
}

/** Ways that were agreed to anew: what was stopped by a link goes on only after the consent was taken back and given again. */
export const renewedConsent = (before: Recipient['consent'], after: Recipient['consent']): Channel[] =>
  (['email', 'sms'] as const).filter((channel) => !before[channel] && after[channel]);

export type Withheld = 'no-consent' | 'no-contact' | 'opted-out';

/** By which way they are still written to once this one is stopped; null where by none. */
export function wayBeside(
  person: Recipient,
  stopped: Channel,
  ways: { readonly sms: boolean },
): Channel | null {
  const way = chooseChannel({ ...person, optedOut: [...person.optedOut, stopped] }, ways);
  return 'channel' in way ? way.channel : null;
}

/** The first way that is open: email, then SMS where a provider is plugged in. Staff are written to by email. */
export function chooseChannel(
  person: Recipient,
  { sms }: { readonly sms: boolean },
): { readonly channel: Channel } | { readonly withheld: Withheld } {
  if (person.kind === 'staff')
    return person.email === null ? { withheld: 'no-contact' } : { channel: 'email' };
  const contact = { email: person.email, sms: sms ? person.phone : null };
  const agreed = (['email', 'sms'] as const).filter((channel) => person.consent[channel]);
  if (agreed.length === 0) return { withheld: 'no-consent' };
  const open = agreed.filter((channel) => !person.optedOut.includes(channel));
  if (open.length === 0) return { withheld: 'opted-out' };
  const channel = open.find((each) => contact[each] !== null);
  return channel ? { channel } : { withheld: 'no-contact' };
}
