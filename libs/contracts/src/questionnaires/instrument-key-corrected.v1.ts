import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { instant } from '../fields.ts';
import { instrumentPublished, publishedKey } from './instrument-published.v1.ts';

export const instrumentKeyCorrected = defineEvent({
  type: 'attune.questionnaires.instrument-key-corrected.v1',
  topic: 'attune.public.instruments',
  title: 'Instrument key corrected',
  description:
    'The key of a published version was wrong. Its wording stays; from now on responses are scored by this key. Scores from before change only when they are scored again (`score-corrected`).',
  schema: publishedKey.extend({
    /** Counts the corrections of this version. */
    keyRevision: z.int().min(1),
    correctedAt: instant,
  }),
  example: { ...instrumentPublished.example, keyRevision: 1, correctedAt: '2026-11-24T09:00:00.000Z' },
});
