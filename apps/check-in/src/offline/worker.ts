import { sendWaiting } from '../keep/send.ts';
import { sendTag } from './tag.ts';

/** The files of this build, written in by the build itself. */
declare const BUILT_FILES: readonly string[];
/** Changes with every build. */
declare const BUILD: string;

interface WaitingEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface SyncEvent extends WaitingEvent {
  readonly tag: string;
}
interface FetchEvent extends WaitingEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
interface Worker {
  addEventListener(type: 'install' | 'activate', listen: (event: WaitingEvent) => void): void;
  addEventListener(type: 'fetch', listen: (event: FetchEvent) => void): void;
  addEventListener(type: 'sync', listen: (event: SyncEvent) => void): void;
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
}
const worker = self as unknown as Worker;

const home = '/check-in/';
const cacheName = `attune-check-in-${BUILD}`;
const patienceMs = 4_000;

worker.addEventListener('install', (event) => {
  // Compressed by the browser's own means, and past its cache: a page from an earlier build names files that are gone.
  const files = [home, ...BUILT_FILES].map((each) => new Request(each, { cache: 'no-cache' }));
  event.waitUntil(
    caches
      .open(cacheName)
      .then((cache) => cache.addAll(files))
      .then(() => worker.skipWaiting()),
  );
});

worker.addEventListener('activate', (event) => {
  const clear = caches
    .keys()
    .then((names) =>
      Promise.all(names.filter((each) => each !== cacheName).map((each) => caches.delete(each))),
    );
  event.waitUntil(clear.then(() => worker.clients.claim()));
});

/** Only the page and its own files: what the form asks of the server is never kept here. */
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { pathname, origin } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin || !pathname.startsWith(home)) return;
  if (request.mode === 'navigate') event.respondWith(page(request));
  else if (BUILT_FILES.includes(pathname)) event.respondWith(file(request));
});

/** From the network while it answers in time, so that a new build is seen. */
async function page(request: Request): Promise<Response> {
  const kept = caches.match(home, { cacheName });
  const fetched = fetch(request);
  try {
    const late = new Promise<undefined>((done) => setTimeout(done, patienceMs));
    const response = (await Promise.race([fetched, late])) ?? (await kept) ?? (await fetched);
    return response.status >= 500 ? ((await kept) ?? response) : response;
  } catch {
    return (await kept) ?? Response.error();
  }
}

const file = async (request: Request): Promise<Response> =>
  (await caches.match(request, { cacheName })) ?? fetch(request);

/** The connection is back, maybe after the page was closed. */
worker.addEventListener('sync', (event) => {
  if (event.tag !== sendTag) return;
  const sent = sendWaiting().then((again) => {
    // The browser asks once more later.
    if (again) throw new Error('not sent yet');
  });
  event.waitUntil(sent);
});
