import type { Transaction } from '@attune/platform';
import type { z } from 'zod';
import { crisisTexts, type CrisisInformation } from '../domain/crisis-information.ts';
import { readSetting } from '../store/form-setting.store.ts';
import type { crisisText } from './crisis-information.schema.ts';

/** What the form says to somebody in danger, in each language. It is about nobody: whoever asks may have it. */
export async function readCrisisTexts(tx: Transaction): Promise<z.infer<typeof crisisText>[]> {
  const { value } = await readSetting<CrisisInformation[]>(tx, 'crisis-information');
  return crisisTexts(value ?? []).map(({ contacts, ...text }) => ({ ...text, contacts: [...contacts] }));
}
