interface Care {
  readonly staffId: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Who treats, covers or supervises each client, as the topic of care relationships tells. Only who need not be told is
 * decided by it: what anybody may read is decided where they read it.
 */
export class CareCircles {
  readonly #ofClient = new Map<string, Map<string, Care>>();

  /** The newest word about a relationship stands; what cannot be read tells nobody anything. */
  apply({ careRelationshipId, clientId, staffId, from, to }: Readonly<Record<string, unknown>>): void {
    if (typeof careRelationshipId !== 'string' || typeof clientId !== 'string' || typeof staffId !== 'string')
      return;
    const circle = this.#ofClient.get(clientId) ?? new Map<string, Care>();
    const end = typeof to === 'string' ? Date.parse(to) : Infinity;
    circle.set(careRelationshipId, { staffId, from: Date.parse(String(from)), to: end });
    this.#ofClient.set(clientId, circle);
  }

  /** Those in whose care the client is at this instant. */
  of(clientId: string, at: Date): ReadonlySet<string> {
    const circle = [...(this.#ofClient.get(clientId)?.values() ?? [])];
    const now = at.getTime();
    return new Set(circle.filter(({ from, to }) => from <= now && now < to).map(({ staffId }) => staffId));
  }
}
