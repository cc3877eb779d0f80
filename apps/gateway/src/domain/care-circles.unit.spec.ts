import { expect, it } from '@jest/globals';
import { CareCircles } from './care-circles.ts';

const at = (hour: number) => new Date(Date.UTC(2026, 10, 30, hour));
const care = (id: string, staffId: string, from: number, to: number | null = null) => ({
  careRelationshipId: id,
  clientId: 'c1',
  staffId,
  kind: 'primary',
  from: at(from).toISOString(),
  to: to === null ? null : at(to).toISOString(),
});

it('are those in whose care a client is at the time', () => {
  const circles = new CareCircles();
  circles.apply(care('r1', 'mara', 8));
  circles.apply(care('r2', 'cover', 12, 14));
  expect([...circles.of('c1', at(7))]).toEqual([]);
  expect([...circles.of('c1', at(8))]).toEqual(['mara']);
  expect([...circles.of('c1', at(12))]).toEqual(['mara', 'cover']);
  expect([...circles.of('c1', at(14))]).toEqual(['mara']);
  expect([...circles.of('somebody else', at(12))]).toEqual([]);
});

it('follow the newest word about a relationship, also when all are told again', () => {
  const circles = new CareCircles();
  for (let round = 0; round < 2; round += 1) {
    circles.apply(care('r1', 'mara', 8));
    circles.apply(care('r1', 'mara', 8, 10));
    circles.apply(care('r2', 'jonas', 10));
  }
  expect([...circles.of('c1', at(11))]).toEqual(['jonas']);
});

it.each([{}, { careRelationshipId: 'r1', clientId: 'c1' }, { ...care('r1', 'mara', 8), from: 'soon' }])(
  'tell nobody because of %j',
  (data) => {
    const circles = new CareCircles();
    circles.apply(data);
    expect(circles.of('c1', at(12)).size).toBe(0);
  },
);
