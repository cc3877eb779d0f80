import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import kafkajs from 'kafkajs';
import { readEvents } from '../event-stream.ts';
import { post } from '../http-client.ts';
import { gate, type Gate, type Pipeline, type Sent } from '../pipeline.ts';
import type { AttachedPlatform } from '../running-platform.ts';
import { addTopics } from '../servers.ts';
import { parts, type Part } from './naive.modules.ts';
import { topics } from './naive.settings.ts';

const main = fileURLToPath(new URL('main.ts', import.meta.url));
// Beside the platform's own ports.
const firstPort = 20;
const portOf = (origin: string, part: Part) => Number(new URL(origin).port) + firstPort + parts.indexOf(part);
const clients = Array.from({ length: 600 }, () => crypto.randomUUID());
const answers = Array.from({ length: 12 }, () => 1);

/** The pipeline that one would write first: Nest's Kafka transport, `save()`, and an event after the commit. */
export class Naive implements Pipeline {
  readonly name = 'naive';
  private readonly waiting = new Map<string, Gate<number>>();
  private next = 0;
  private stopListening: () => void = () => undefined;

  private constructor(
    private readonly url: string,
    private readonly processes: readonly ChildProcess[],
  ) {}

  static async start({ origin, broker }: AttachedPlatform): Promise<Naive> {
    const logLevel = kafkajs.logLevel.NOTHING;
    await addTopics(new kafkajs.Kafka({ ...broker, logLevel }), Object.values(topics));
    const processes = parts.map((part) => fork(main, [part, String(portOf(origin, part))]));
    await Promise.all(processes.map((child) => once(child, 'message')));
    const naive = new Naive(`http://127.0.0.1:${portOf(origin, 'questionnaires')}/responses`, processes);
    const live = `http://127.0.0.1:${portOf(origin, 'live')}/live`;
    naive.stopListening = await readEvents(live, {}, (responseId) => naive.hear(responseId));
    await naive.warmUp();
    return naive;
  }

  prepare(): Promise<void> {
    return Promise.resolve();
  }

  send(): Sent {
    const id = crypto.randomUUID();
    const delivered = gate<number>();
    this.waiting.set(id, delivered);
    const clientId = clients[this.next++ % clients.length];
    const accepted = post(this.url, {}, JSON.stringify({ id, clientId, answers })).then(() => undefined);
    return { accepted, delivered: delivered.promise };
  }

  async close(): Promise<void> {
    this.stopListening();
    await Promise.all(
      this.processes.map((child) => {
        const ended = once(child, 'exit');
        child.disconnect();
        return ended;
      }),
    );
  }

  private hear(responseId: string): void {
    this.waiting.get(responseId)?.open(performance.now());
    this.waiting.delete(responseId);
  }

  private async warmUp(): Promise<void> {
    for (let i = 0; i < clients.length; i++) await this.send().delivered;
  }
}
