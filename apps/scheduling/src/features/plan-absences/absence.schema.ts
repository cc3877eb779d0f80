import { instantSchema } from '@attune/platform';
import { z } from 'zod';
import type { Absence } from '../../domain/absence.ts';

const longestDays = 731;

const fields = { staffId: z.uuid(), coverId: z.uuid(), from: instantSchema, to: instantSchema };

export const newAbsenceSchema = z
  .object(fields)
  .refine(({ staffId, coverId }) => staffId !== coverId, {
    path: ['coverId'],
    message: 'Nobody covers for themselves: name a colleague.',
  })
  .refine(({ from, to }) => lasts(from, to) > 0 && lasts(from, to) <= longestDays, {
    path: ['to'],
    message: `It must end after it begins, ${longestDays} days at most.`,
  });

export const absenceSchema = z.object({ absenceId: z.uuid(), ...fields });
export type AbsenceView = z.infer<typeof absenceSchema>;

export const viewAbsence = ({ from, to, ...rest }: Absence): AbsenceView => ({
  ...rest,
  from: from.toISOString(),
  to: to.toISOString(),
});

const lasts = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;
