import { mkdir, statfs } from 'node:fs/promises';
import { LocalError } from './local-error.ts';

const megabyte = 1024 * 1024;

/** Creates the folder and refuses a disk that would be full before the first hour is over. */
export async function requireRoom(folder: string, neededMb: number): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    const disk = await statfs(folder);
    const freeMb = Math.floor((disk.bavail * disk.bsize) / megabyte);
    if (freeMb >= neededMb) return;
    throw new LocalError(
      `The disk that holds ${folder} has ${freeMb} MB free and Attune needs ${neededMb} MB. Free some space, or set ATTUNE_HOME to a folder on another disk.`,
    );
  } catch (error) {
    throw asDiskProblem(error, folder) ?? error;
  }
}

/** Puts the operating system's "no space" and "not permitted" into one line; anything else is undefined. */
export function asDiskProblem(error: unknown, folder: string): LocalError | undefined {
  const { code, message = '' } = (error ?? {}) as { code?: unknown; message?: string };
  // PostgreSQL and Java say it in words.
  if (code === 'ENOSPC' || code === 'EDQUOT' || /no space left on device|quota exceeded/i.test(message)) {
    return new LocalError(
      `The disk that holds ${folder} is full. Free some space, or set ATTUNE_HOME to a folder on another disk.`,
    );
  }
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') {
    return new LocalError(
      `${folder} cannot be written. Set ATTUNE_HOME to a folder that you own, or repair its permissions.`,
    );
  }
  return undefined;
}
