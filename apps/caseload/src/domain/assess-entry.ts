import { assessAttrition } from './assess-attrition.ts';
import { assessRisk } from './assess-risk.ts';
import type { CaseloadEntry } from './caseload-entry.ts';

/** The row with what is made of its facts, as it is at this time. */
export const assessEntry = (entry: CaseloadEntry, now: Date): CaseloadEntry => ({
  ...entry,
  ...assessRisk(entry),
  ...assessAttrition(entry, now),
});
