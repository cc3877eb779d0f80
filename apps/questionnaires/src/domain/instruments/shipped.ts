import type { Instrument } from '../instrument.ts';
import { allianceCheckIn } from './attune-alliance-check-in.ts';
import { phq9 } from './phq-9.ts';

/** What every installation can ask for from its first start. A change of one is a new version beside the old. */
export const shippedInstruments: readonly Instrument[] = [allianceCheckIn, phq9];
