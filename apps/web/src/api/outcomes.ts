import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { Alert, Outcome } from './alerts.ts';

const always = {
  discussed: msg`Discussed in the session`,
  'care-ended': msg`Care has ended`,
  other: msg`Something else`,
} as const;

/** How an alert may have ended, in words that fit what it was about; the platform keeps the same few codes for all. */
const byConcern: Readonly<Record<Alert['concern'], Readonly<Record<Outcome, MessageDescriptor>>>> = {
  alliance: {
    repaired: msg`Repaired: we worked it through`,
    discussed: always.discussed,
    'not-a-rupture': msg`Not a rupture`,
    'care-ended': always['care-ended'],
    other: always.other,
  },
  safety: {
    repaired: msg`In contact, and a safety plan is agreed`,
    discussed: msg`In contact: we talked about it`,
    'not-a-rupture': msg`Not at risk, after contact with the client`,
    'care-ended': always['care-ended'],
    other: always.other,
  },
  outcome: {
    repaired: msg`Better again: we worked it through`,
    discussed: always.discussed,
    'not-a-rupture': msg`No deterioration`,
    'care-ended': always['care-ended'],
    other: always.other,
  },
  attendance: {
    repaired: msg`In contact again: we worked it through`,
    discussed: msg`In contact: we talked about it`,
    'not-a-rupture': msg`Not a sign of anything: there was another reason`,
    'care-ended': always['care-ended'],
    other: always.other,
  },
};

export const outcomesOf = ({ concern }: Pick<Alert, 'concern'>) => byConcern[concern];
