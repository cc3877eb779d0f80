/** A client or a member of staff, as the clinic knows them. */
export interface RegisteredPerson {
  readonly personId: string;
  readonly kind: 'client' | 'staff';
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  /** BCP 47. */
  readonly language: string;
  /** IANA time zone. */
  readonly zone: string;
  readonly roles: readonly string[];
  /** The identity provider's name for a member of staff. */
  readonly subject: string | null;
  /** The team that a member of staff belongs to. */
  readonly team: string | null;
  readonly consent: { readonly email: boolean; readonly sms: boolean };
}
