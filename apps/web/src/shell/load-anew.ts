import { carryDrafts } from '../alerts/use-draft.ts';

/** Loads the app anew without losing what is half written. */
export function loadAnew(): void {
  carryDrafts();
  location.reload();
}

const lastKey = 'attune-loaded-anew';
const latelyMs = 60_000;

/** The same by itself, but not twice within a minute: what is missing even then is not to be had. */
export function loadAnewOnce(now = Date.now()): void {
  if (now - Number(sessionStorage.getItem(lastKey)) < latelyMs) return;
  sessionStorage.setItem(lastKey, String(now));
  loadAnew();
}
