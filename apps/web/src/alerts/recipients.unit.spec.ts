import { expect, it } from '@jest/globals';
import { recipientsOf } from './recipients.ts';

const now = Date.parse('2026-11-30T10:00:00Z');
const member = (personId: string, ...roles: string[]) => ({ personId, name: personId, roles });
const care = (staffId: string, more: object = {}) => ({
  ...({ kind: 'primary', from: '2026-11-01T00:00:00Z', to: null } as const),
  ...{ staffId, ...more },
});
const offered = (recipientId: string | null, ...cares: ReturnType<typeof care>[]) => {
  const staff = [
    ...['treats', 'covers', 'covered', 'to come'].map((id) => member(id, 'therapist')),
    member('operations', 'operations'),
    member('supervises', 'supervisor', 'therapist'),
  ];
  const { caring, others } = recipientsOf({ recipientId }, staff, cares, now);
  return [caring, others].map((some) => some.map(({ personId }) => personId));
};

it('tells those who treat or cover now from those who would see nothing of the client', () => {
  expect(
    offered(
      null,
      care('treats'),
      care('covers', { kind: 'cover', to: '2026-12-02T00:00:00Z' }),
      care('covered', { kind: 'cover', to: '2026-11-29T00:00:00Z' }),
      care('to come', { from: '2026-12-02T00:00:00Z' }),
      care('supervises', { kind: 'supervisor' }),
    ),
  ).toEqual([
    ['treats', 'covers'],
    ['covered', 'to come', 'supervises'],
  ]);
});

it('does not offer who has it already', () => {
  expect(offered('treats', care('treats'))).toEqual([[], ['covers', 'covered', 'to come', 'supervises']]);
});
