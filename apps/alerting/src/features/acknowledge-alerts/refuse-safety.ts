import { conflict } from '@attune/platform';
import type { Alert } from '../../domain/alert/alert.ts';

/** @throws Problem 409 for a matter of safety, which asks for a look of its own */
export function refuseSafety({ concern }: Pick<Alert, 'concern'>): void {
  if (concern === 'safety')
    throw conflict('safety-one-by-one', 'An alert about safety is acknowledged by itself.');
}
