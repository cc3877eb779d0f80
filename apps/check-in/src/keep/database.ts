import type { Kept } from './kept.ts';

const name = 'attune-check-in';
const store = 'kept';

/** Where a browser lets nothing be kept, the form goes on without: it then forgets when its page is closed. */
let opened: Promise<IDBDatabase | null> | undefined;

const open = (): Promise<IDBDatabase | null> =>
  (opened ??= new Promise((done) => {
    try {
      const request = indexedDB.open(name, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(store, { keyPath: 'id' });
      request.onsuccess = () => {
        done(request.result);
      };
      request.onerror = request.onblocked = () => {
        done(null);
      };
    } catch {
      done(null);
    }
  }));

async function within<Found>(
  mode: IDBTransactionMode,
  ask: (records: IDBObjectStore) => IDBRequest<Found>,
): Promise<Found | undefined> {
  const database = await open();
  if (!database) return undefined;
  return new Promise((done) => {
    try {
      const transaction = database.transaction(store, mode);
      const request = ask(transaction.objectStore(store));
      transaction.oncomplete = () => {
        done(request.result);
      };
      transaction.onerror = transaction.onabort = () => {
        done(undefined);
      };
    } catch {
      done(undefined);
    }
  });
}

export const readAll = async (): Promise<Kept[]> =>
  (await within<Kept[]>('readonly', (records) => records.getAll() as IDBRequest<Kept[]>)) ?? [];
export const put = (kept: Kept) => within('readwrite', (records) => records.put(kept));
export const remove = (id: string) => within('readwrite', (records) => records.delete(id));
