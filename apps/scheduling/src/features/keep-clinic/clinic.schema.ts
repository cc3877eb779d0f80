import { zoneSchema } from '@attune/platform';
import { z } from 'zod';
import type { Clinic } from '../../domain/clinic.ts';
import type { StoredClinic } from '../../store/clinic.store.ts';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write a time such as 09:00.');
const days = 366;

export const clinicChangeSchema = z.object({
  zone: zoneSchema,
  workingHours: z
    .array(
      z.object({
        weekday: z.int().min(1).max(7).describe('ISO 8601: 1 is Monday'),
        from: time,
        to: time.or(z.literal('24:00')).describe('Up to but not including; 24:00 is the end of the day'),
      }),
    )
    .max(28),
  holidays: z.array(z.iso.date()).max(days).describe('Days on which nobody works'),
});
export const clinicSchema = clinicChangeSchema.extend({ changedAt: z.iso.datetime(), version: z.int() });
export type ClinicView = z.infer<typeof clinicSchema>;

const copyOf = ({ zone, workingHours, holidays }: Clinic) => ({
  zone,
  workingHours: workingHours.map((hours) => ({ ...hours })),
  holidays: [...holidays],
});

export const viewClinic = ({ changedAt, version, ...clinic }: StoredClinic): ClinicView => ({
  ...copyOf(clinic),
  changedAt: changedAt.toISOString(),
  version,
});
