import { get } from 'node:http';

/**
 * Reads server-sent events from outside and hands on each `data`.
 * @returns how to stop, once the stream is open
 */
export function readEvents(
  url: string,
  headers: Record<string, string>,
  onData: (data: string) => void,
): Promise<() => void> {
  return new Promise((resolve, reject) => {
    const asked = get(url, { headers, agent: false }, (response) => {
      if (response.statusCode !== 200) {
        reject(new Error(`the live stream was answered ${response.statusCode}`));
        return;
      }
      let rest = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        const lines = (rest + chunk).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) if (line.startsWith('data: ')) onData(line.slice(6));
      });
      resolve(() => response.destroy());
    });
    asked.on('error', reject);
  });
}
