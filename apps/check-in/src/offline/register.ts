import { sendTag } from './tag.ts';

interface Syncing {
  readonly sync?: { register(tag: string): Promise<void> };
}

/** Lets the form open, and go on, without a connection. Where a browser cannot, it still works with one. */
export function startWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const register = () => void navigator.serviceWorker.register('/check-in/sw.js').catch(() => undefined);
  // After the form is there: the worker fetches its files once more, for keeping.
  if (document.readyState === 'complete') register();
  else addEventListener('load', register);
}

/** Asks the browser to send what waits when there is a connection, even when this page is closed by then. */
export async function sendWhenConnected(): Promise<void> {
  try {
    const registration = (await navigator.serviceWorker.ready) as Syncing;
    await registration.sync?.register(sendTag);
  } catch {
    // Then the page does it, as long as it is open.
  }
}
