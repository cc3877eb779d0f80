/** What a page hears on the live stream. */
export interface LiveStream {
  readonly status: number;
  /** Everything received so far. */
  text(): string;
  /** Notices and resyncs so far. */
  heard(): (Record<string, unknown> | 'resync')[];
  lastId(): string;
  /** Waits until it holds, for five seconds at most. */
  until(holds: () => boolean): Promise<void>;
  /** True once the server has ended the stream. */
  ended(): boolean;
  close(): void;
}

export async function openLiveStream(origin: string, headers: Record<string, string>): Promise<LiveStream> {
  const abort = new AbortController();
  const response = await fetch(`${origin}/api/live`, { headers, signal: abort.signal });
  let text = '';
  let over = false;
  void (async () => {
    try {
      for await (const chunk of response.body ?? []) text += Buffer.from(chunk as Uint8Array).toString();
    } catch {
      // Closed by the test itself.
    }
    over = true;
  })();
  const stream: LiveStream = {
    status: response.status,
    text: () => text,
    heard: () =>
      text.split('\n\n').flatMap((block) => {
        const data = /^data: (.*)$/m.exec(block)?.[1];
        if (data === undefined) return [];
        return [block.includes('event: resync') ? 'resync' : (JSON.parse(data) as Record<string, unknown>)];
      }),
    lastId: () => [...text.matchAll(/^id: (.*)$/gm)].at(-1)?.[1] ?? '',
    ended: () => over,
    close: () => {
      abort.abort();
    },
    async until(holds) {
      for (const deadline = Date.now() + 5_000; !holds();) {
        if (Date.now() > deadline) throw new Error(`did not happen within 5 s; heard ${text}`);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
  };
  if (response.ok) await stream.until(() => stream.lastId() !== '');
  return stream;
}
