import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A place where the journeys of this run tell each other which platform they share. */
export default function setup(): void {
  process.env['ATTUNE_JOURNEYS_FOLDER'] = mkdtempSync(join(tmpdir(), 'attune-journeys-'));
}
