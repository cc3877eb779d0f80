import { defineEvent } from '../define-event.ts';
import { instant } from '../fields.ts';
import { responseScored } from './response-scored.v1.ts';

export const scoreCorrected = defineEvent({
  type: 'attune.scoring.score-corrected.v1',
  topic: 'attune.public.scores',
  title: 'Score corrected',
  description:
    'A response was scored again, by a corrected key or a newer engine, and came out differently. It takes the place of the earlier scores of this response.',
  schema: responseScored.schema.extend({ correctedAt: instant }),
  example: { ...responseScored.example, correctedAt: '2026-11-24T09:00:00.000Z' },
});
