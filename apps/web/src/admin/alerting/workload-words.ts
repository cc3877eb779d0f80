import { i18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';

const workloads = {
  '1': msg`1 alert`,
  '2-3': msg`2–3 alerts`,
  '4-7': msg`4–7 alerts`,
  '8+': msg`8 alerts or more`,
} as const;

/** How many alerts somebody had at a time; a range that is not known here as it is. */
export const workloadWords = (alerts: string): string =>
  Object.hasOwn(workloads, alerts) ? i18n._(workloads[alerts as keyof typeof workloads]) : alerts;
