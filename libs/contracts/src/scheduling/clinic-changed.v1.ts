import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { code, instant, zone } from '../fields.ts';

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);

export const clinicChanged = defineEvent({
  type: 'attune.scheduling.clinic-changed.v1',
  topic: 'attune.public.clinic',
  title: 'Clinic changed',
  description: 'When the clinic works; carries all of it as it is now.',
  schema: z.object({
    clinicId: code,
    zone,
    workingHours: z
      .array(
        z.object({
          /** ISO 8601: 1 is Monday, 7 is Sunday. */
          weekday: z.int().min(1).max(7),
          from: timeOfDay,
          /** Up to but not including; `24:00` is the end of the day. */
          to: timeOfDay,
        }),
      )
      .max(28),
    /** Days on which nobody works, such as `2026-12-25`. */
    holidays: z.array(z.iso.date()).max(366),
    changedAt: instant,
  }),
  example: {
    clinicId: 'clinic',
    zone: 'Europe/Berlin',
    workingHours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '17:00' })),
    holidays: ['2026-12-25'],
    changedAt: '2026-11-23T08:00:00.000Z',
  },
});
