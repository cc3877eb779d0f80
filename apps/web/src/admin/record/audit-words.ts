import { i18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { AuditedService } from '../../api/audit.ts';
import type { DeadLetter } from '../../api/dead-letters.ts';

const services = {
  scheduling: msg`People and sessions`,
  questionnaires: msg`Questionnaires`,
  scoring: msg`Scores`,
  alerting: msg`Alerts`,
  caseload: msg`Caseload`,
  notifications: msg`Messages`,
} as const;

export const serviceWords = (service: AuditedService): string => i18n._(services[service]);

/** Why an event waits among the dead letters. */
const kinds = {
  poison: msg`it cannot be taken in as it is`,
  prerequisite: msg`something that it is about is not known yet`,
  gap: msg`one before it is missing`,
  behind: msg`it waits behind another one`,
} as const;

export const letterKindWords = (kind: DeadLetter['kind']): string => i18n._(kinds[kind]);

/** Enough of an id to tell it from others on a page. */
export const shortId = (id: string): string => id.slice(-8);
