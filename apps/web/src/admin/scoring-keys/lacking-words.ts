import { t } from '@lingui/core/macro';
import { inARow } from '../../shell/formats.ts';

interface Entered {
  /** Something was entered that cannot be. */
  readonly faulty: boolean;
  readonly changed: boolean;
  readonly reason: string;
  readonly agreed: boolean;
  /** Responses are to be scored again, and nobody knows how many. */
  readonly uncounted: boolean;
}

/** The shortest reason that the platform takes. */
export const shortestReason = 3;

/** Why a key cannot be corrected yet; undefined where it can. */
export function lackingWords({ faulty, changed, reason, agreed, uncounted }: Entered): string | undefined {
  const lacking = [
    ...(faulty ? [t`possible values where it is marked above`] : []),
    ...(changed ? [] : [t`a change of the key`]),
    ...(reason.trim().length < shortestReason ? [t`what was wrong`] : []),
    ...(agreed ? [] : [t`your agreement that answers count by it`]),
    ...(uncounted ? [t`the number of responses to be scored again`] : []),
  ];
  return lacking.length === 0 ? undefined : t`Still missing: ${inARow(lacking)}.`;
}
