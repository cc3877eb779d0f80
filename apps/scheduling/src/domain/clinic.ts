/** On which day of the week (ISO 8601: 1 is Monday) the clinic works from when to when, by its own clocks. */
export interface WorkingHours {
  readonly weekday: number;
  /** `09:00`. */
  readonly from: string;
  /** Up to but not including; `24:00` is the end of the day. */
  readonly to: string;
}

export interface Clinic {
  /** IANA time zone. */
  readonly zone: string;
  readonly workingHours: readonly WorkingHours[];
  /** Days on which nobody works, such as `2026-12-25`. */
  readonly holidays: readonly string[];
}

/** One deployment serves one clinic. */
export const clinicId = 'clinic';

/** What a new clinic begins with. */
export const usualClinic: Clinic = {
  zone: 'Europe/Berlin',
  workingHours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '17:00' })),
  holidays: [],
};

/** The places of working hours that end before they begin, or that meet others of their day. */
export function misplacedHours(hours: readonly WorkingHours[]): number[] {
  return hours.flatMap(({ weekday, from, to }, index) => {
    const meets = hours.slice(0, index).some((other) => {
      return other.weekday === weekday && other.from < to && from < other.to;
    });
    return from >= to || meets ? [index] : [];
  });
}
