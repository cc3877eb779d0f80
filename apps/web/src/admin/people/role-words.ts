import { i18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';

const roles = {
  therapist: msg`Therapist`,
  supervisor: msg`Supervisor`,
  'clinic-lead': msg`Clinic lead`,
  operations: msg`Operations`,
  admin: msg`Administrator`,
  integrator: msg`Integrator`,
} as const;

/** A role by its name; one that is not known here by its code. */
export const roleWords = (role: string): string =>
  role in roles ? i18n._(roles[role as keyof typeof roles]) : role;
