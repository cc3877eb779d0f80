import { describe, expect, it } from '@jest/globals';
import { deriveRoute, type CareRelationship } from './derive-route.ts';

const at = (day: number) => new Date(Date.UTC(2026, 10, day));
const now = at(15);
function relationship(
  staffId: string,
  kind: CareRelationship['kind'],
  from: number,
  to: number | null = null,
): CareRelationship {
  return { careRelationshipId: staffId, staffId, kind, from: at(from), to: to === null ? null : at(to) };
}
const primary = relationship('primary', 'primary', 1);

describe('deriving who hears of an alert', () => {
  it('is nobody when nobody has the client', () => {
    expect(deriveRoute([], now)).toEqual({ recipientId: null, watcherIds: [], routeChangesAt: null });
  });

  it('is the primary therapist, unless somebody covers', () => {
    expect(deriveRoute([primary], now).recipientId).toBe('primary');
    expect(deriveRoute([primary, relationship('cover', 'cover', 10, 20)], now).recipientId).toBe('cover');
  });

  it('counts the first instant of a relationship and not the last', () => {
    expect(deriveRoute([primary, relationship('cover', 'cover', 15, 20)], now).recipientId).toBe('cover');
    expect(deriveRoute([primary, relationship('cover', 'cover', 10, 15)], now).recipientId).toBe('primary');
    expect(deriveRoute([relationship('later', 'primary', 16)], now).recipientId).toBeNull();
  });

  it('prefers the cover that began last, in whatever order they are known', () => {
    const covers = [
      relationship('early', 'cover', 8),
      relationship('late', 'cover', 12),
      relationship('mid', 'cover', 9),
    ];
    expect(deriveRoute(covers, now).recipientId).toBe('late');
    expect(deriveRoute(covers.toReversed(), now).recipientId).toBe('late');
  });

  it('lets each supervisor watch once', () => {
    const twice = [
      relationship('s2', 'supervisor', 1),
      relationship('s1', 'supervisor', 1),
      relationship('s2', 'supervisor', 2),
    ];
    expect(deriveRoute([...twice, relationship('past', 'supervisor', 1, 3)], now).watcherIds).toEqual([
      's1',
      's2',
    ]);
  });

  it('knows when to look again', () => {
    const known = [primary, relationship('cover', 'cover', 20, 25), relationship('old', 'cover', 2, 5)];
    expect(deriveRoute(known, now).routeChangesAt).toEqual(at(20));
    expect(deriveRoute(known, at(20)).routeChangesAt).toEqual(at(25));
    expect(deriveRoute(known, at(25)).routeChangesAt).toBeNull();
  });
});
