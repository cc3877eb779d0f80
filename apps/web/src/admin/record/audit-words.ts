import { i18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { AuditedService } from '../../api/audit.ts';

const services = {
  scheduling: msg`People and sessions`,
  questionnaires: msg`Questionnaires`,
  scoring: msg`Scores`,
  alerting: msg`Alerts`,
  caseload: msg`Caseload`,
  notifications: msg`Messages`,
} as const;

export const serviceWords = (service: AuditedService): string => i18n._(services[service]);

/** Enough of an id to tell it from others on a page. */
export const shortId = (id: string): string => id.slice(-8);
