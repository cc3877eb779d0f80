import type { Adapter, AdapterPayload } from 'oidc-provider';
import type { StateStore } from './state-store.ts';

/** What oidc-provider asks of a store, on top of `StateStore`. */
export class StateAdapter implements Adapter {
  readonly #model: string;
  readonly #store: StateStore;

  constructor(model: string, store: StateStore) {
    this.#model = model;
    this.#store = store;
  }

  async upsert(id: string, payload: AdapterPayload, expiresIn?: number): Promise<void> {
    this.#store.set(this.#key(id), payload, expiresIn);
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    return this.#store.get(this.#key(id));
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.#store.find((key, payload) => this.#isMine(key) && payload.uid === uid);
  }

  async findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
    return this.#store.find((key, payload) => this.#isMine(key) && payload.userCode === userCode);
  }

  async consume(id: string): Promise<void> {
    this.#store.update(this.#key(id), (payload) => {
      payload.consumed = Math.floor(Date.now() / 1000);
    });
  }

  async destroy(id: string): Promise<void> {
    this.#store.delete((key) => key === this.#key(id));
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    this.#store.delete((key, payload) => this.#isMine(key) && payload.grantId === grantId);
  }

  #key(id: string): string {
    return `${this.#model}:${id}`;
  }

  #isMine(key: string): boolean {
    return key.startsWith(`${this.#model}:`);
  }
}
