import type { Instrument } from '../instrument.ts';
import { allianceCheckInShort } from './attune-alliance-check-in-short.ts';
import { allianceCheckIn } from './attune-alliance-check-in.ts';
import { core10 } from './core-10.ts';
import { gad7 } from './gad-7.ts';
import { phq4 } from './phq-4.ts';
import { phq9 } from './phq-9.ts';

/** What every installation can ask for from its first start. A change of one is a new version beside the old. */
export const shippedInstruments: readonly Instrument[] = [
  allianceCheckIn,
  allianceCheckInShort,
  phq9,
  gad7,
  phq4,
  core10,
];
