import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { say } from '../console/say.ts';

/** What happened to the parts of the platform while it ran: on the screen, and with its time in `logs/attune.log`. */
export const keepDiary = (home: string) => (line: string) => {
  const at = new Date().toISOString();
  say(`  ! ${at} ${line}`);
  try {
    appendFileSync(join(home, 'logs/attune.log'), `${at} ${line}\n`);
  } catch {
    // Nothing to write on: it stands on the screen.
  }
};
