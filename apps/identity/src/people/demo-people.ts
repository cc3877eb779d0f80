import { readFileSync } from 'node:fs';
import { z } from 'zod';

const roles = ['therapist', 'supervisor', 'clinic-lead', 'operations', 'admin', 'integrator'] as const;

const demoPerson = z.object({
  personId: z.uuid(),
  username: z.string().min(1),
  name: z.string().min(1),
  roles: z.array(z.enum(roles)).min(1),
  zone: z.string().default('Europe/Berlin'),
  language: z.string().default('en'),
});

export type DemoPerson = z.infer<typeof demoPerson>;

/** The demo people's one password. Public on purpose: see `readIdentityConfig`. */
export const demoPassword = 'attune';

/** Who can sign in, in the order in which the sign-in page shows them. */
export class DemoPeople {
  readonly all: readonly DemoPerson[];

  constructor(people: readonly DemoPerson[]) {
    this.all = people;
  }

  byId(personId: string): DemoPerson | undefined {
    return this.all.find((person) => person.personId === personId);
  }

  byUsername(username: string): DemoPerson | undefined {
    const wanted = username.trim().toLowerCase();
    return this.all.find((person) => person.username.toLowerCase() === wanted);
  }

  /** The person who may sign in with this name and password, if there is one. */
  authenticate(username: string, password: string): DemoPerson | undefined {
    return password === demoPassword ? this.byUsername(username) : undefined;
  }
}

/** Reads the list that `attune up` writes. */
export function readDemoPeople(file: string): DemoPeople {
  return new DemoPeople(
    z
      .array(demoPerson)
      .min(1)
      .parse(JSON.parse(readFileSync(file, 'utf8'))),
  );
}
