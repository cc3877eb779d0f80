import { call, until } from '../../src/platform/api.ts';
import { readEvents } from '../event-stream.ts';
import { post } from '../http-client.ts';
import { gate, type Gate, type Pipeline, type Sent } from '../pipeline.ts';
import type { AttachedPlatform } from '../running-platform.ts';
import { addClinic, openAlerts, type Clinic } from './clinic.ts';

const instrument = { url: 'https://attune.example/instruments/attune-alliance-check-in' };
const clients = 2_000;
const mintersAtOnce = 16;

/**
 * Attune itself, from outside: the response goes in by the client's link, and the clock stops when the notice of the
 * alert arrives on the therapist's live stream. A client's alert is open after the first response, so later ones
 * count through the signal that joins it; the notices of a client come in the order of the responses.
 */
export class Product implements Pipeline {
  readonly name = 'product';
  private readonly links: { clientId: string; token: string }[] = [];
  private readonly waiting = new Map<string, Gate<number>[]>();
  private clientOf = new Map<string, string>();
  private next = 0;
  private body = '';
  private streams: (() => void)[] = [];

  private constructor(
    private readonly platform: AttachedPlatform,
    private readonly clinic: Clinic,
  ) {}

  static async start(platform: AttachedPlatform): Promise<Product> {
    const product = new Product(platform, await addClinic(platform, clients));
    await product.raiseAlerts();
    await product.listen();
    return product;
  }

  async prepare(count: number): Promise<void> {
    const workers = Array.from({ length: mintersAtOnce }, async () => {
      while (this.links.length + mintersAtOnce <= count) await this.mint();
    });
    await Promise.all(workers);
    while (this.links.length < count) await this.mint();
  }

  send(): Sent {
    const link = this.links.shift();
    if (!link) throw new Error('There are no links left: prepare more');
    const delivered = gate<number>();
    const queue = this.waiting.get(link.clientId) ?? [];
    queue.push(delivered);
    this.waiting.set(link.clientId, queue);
    return { accepted: this.submit(link.token), delivered: delivered.promise };
  }

  close(): Promise<void> {
    for (const stop of this.streams) stop();
    return Promise.resolve();
  }

  private async submit(token: string): Promise<void> {
    const headers = { 'attune-link': token, 'idempotency-key': crypto.randomUUID() };
    await post(`${this.platform.origin}/api/questionnaires/check-in/responses`, headers, this.body);
  }

  private async mint(): Promise<void> {
    const clientId = this.clinic.clientIds[this.next++ % this.clinic.clientIds.length] ?? '';
    const { link } = await this.ask(clientId);
    this.links.push({ clientId, token: link.split('#')[1] ?? '' });
  }

  private async ask(clientId: string): Promise<{ link: string }> {
    const headers = {
      authorization: `Bearer ${this.clinic.operations}`,
      'idempotency-key': crypto.randomUUID(),
    };
    const url = `${this.platform.origin}/api/questionnaires/requests`;
    return (await post(url, headers, JSON.stringify({ clientId, instrument }))) as { link: string };
  }

  /** One response of each client, so that every path is warm and every client's alert is open. */
  private async raiseAlerts(): Promise<void> {
    const last = this.clinic.clientIds.at(-1) ?? '';
    await until(() => this.ask(last).catch(() => null));
    await this.prepare(clients);
    this.body = await this.lowestAnswers(this.links[0]?.token ?? '');
    for (const { token } of this.links.splice(0)) await this.submit(token);
    this.clientOf = await openAlerts(this.platform, this.clinic);
  }

  /** The lowest answer everywhere, so that each response holds a signal. */
  private async lowestAnswers(link: string): Promise<string> {
    interface Form {
      readonly instrument: { readonly items: readonly { linkId: string; options: { value: number }[] }[] };
    }
    const form = await call<Form>(`${this.platform.origin}/api/questionnaires/check-in`, { link });
    const answers = form.body.instrument.items.map(({ linkId, options }) => ({
      linkId,
      value: Math.min(...options.map(({ value }) => value)),
    }));
    return JSON.stringify({ answers });
  }

  private async listen(): Promise<void> {
    for (const person of this.clinic.therapistIds) {
      const token = await this.platform.token({ person, roles: ['therapist'] });
      const headers = { authorization: `Bearer ${token}` };
      this.streams.push(
        await readEvents(`${this.platform.origin}/api/live`, headers, (data) => this.hear(data)),
      );
    }
  }

  private hear(data: string): void {
    const at = performance.now();
    const { kind, id } = JSON.parse(data) as { kind?: string; id?: string };
    const clientId = kind === 'alert' ? this.clientOf.get(id ?? '') : undefined;
    if (clientId !== undefined) this.waiting.get(clientId)?.shift()?.open(at);
  }
}
