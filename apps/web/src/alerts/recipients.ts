import type { Care } from '../api/care.ts';
import type { StaffMember } from '../api/caseload.ts';

interface Recipients {
  /** Treat the client or cover for who does, now. */
  readonly caring: readonly StaffMember[];
  /** Would see the alert, and nothing else of the client. */
  readonly others: readonly StaffMember[];
}

/** The therapists whom an alert may be handed to, by what they would see of the client. */
export function recipientsOf(
  alert: { readonly recipientId: string | null },
  staff: readonly StaffMember[],
  care: readonly Pick<Care, 'staffId' | 'kind' | 'from' | 'to'>[],
  now: number,
): Recipients {
  const runs = ({ from, to }: Pick<Care, 'from' | 'to'>) =>
    Date.parse(from) <= now && (to === null || Date.parse(to) > now);
  const carers = new Set(
    care.filter((one) => one.kind !== 'supervisor' && runs(one)).map(({ staffId }) => staffId),
  );
  const therapists = staff.filter(
    ({ roles, personId }) => roles.includes('therapist') && personId !== alert.recipientId,
  );
  return {
    caring: therapists.filter(({ personId }) => carers.has(personId)),
    others: therapists.filter(({ personId }) => !carers.has(personId)),
  };
}
