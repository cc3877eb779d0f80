export const roles = ['therapist', 'supervisor', 'clinic-lead', 'operations', 'admin', 'integrator'] as const;
export type Role = (typeof roles)[number];

/** Who is signed in, as the verified token says. */
export interface Person {
  /** The person's id on the platform (UUID), not the provider's subject. */
  readonly id: string;
  readonly roles: readonly Role[];
  readonly subject: string;
}
