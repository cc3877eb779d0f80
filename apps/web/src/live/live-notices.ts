export interface Notice {
  readonly kind: 'alert' | 'client';
  readonly id: string;
  readonly version: number;
}

export interface LiveListener {
  onNotice(notice: Notice): void;
  /** Something may have been missed: look at everything anew. */
  onResync(): void;
  onConnected(connected: boolean): void;
}

type Message = { readonly notice: Notice } | { readonly resync: true } | { readonly connected: boolean };

const name = 'attune-live';

/**
 * Listens to the platform's live notices. Of all tabs one holds the stream, by a lock that another takes over when it
 * closes, and shares what it hears: a browser allows an origin few streams.
 * @returns how to stop
 */
export function listen(listener: LiveListener): () => void {
  const channel = new BroadcastChannel(name);
  const stopped = new AbortController();
  const hear = (message: Message) => {
    if ('notice' in message) listener.onNotice(message.notice);
    else if ('resync' in message) listener.onResync();
    else listener.onConnected(message.connected);
  };
  channel.onmessage = (event: MessageEvent<Message>) => {
    hear(event.data);
  };
  const tell = (message: Message) => {
    hear(message);
    channel.postMessage(message);
  };
  const lead = () =>
    new Promise<void>((resolve) => {
      const source = new EventSource('/api/live');
      source.onopen = () => {
        tell({ connected: true });
      };
      source.onerror = () => {
        tell({ connected: false });
      };
      source.addEventListener('notice', (event) => {
        tell({ notice: JSON.parse(event.data as string) as Notice });
      });
      source.addEventListener('resync', () => {
        tell({ resync: true });
      });
      stopped.signal.addEventListener('abort', () => {
        source.close();
        resolve();
      });
    });
  navigator.locks.request(name, { signal: stopped.signal }, lead).catch(() => undefined);
  return () => {
    stopped.abort();
    channel.close();
  };
}
