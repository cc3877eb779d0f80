/** The synthetic clinic's staff: who signs in (identity), who works there (seed). Nobody here is real. */
export type DemoRole = 'therapist' | 'supervisor' | 'clinic-lead' | 'operations' | 'admin' | 'integrator';

export interface DemoStaff {
  readonly personId: string;
  readonly username: string;
  readonly name: string;
  readonly roles: readonly DemoRole[];
  readonly zone: string;
  readonly team: string | null;
}

/** The password of every demo person; the provider that knows it answers on this machine only. */
export const demoPassword = 'attune';

const zone = 'Europe/Berlin';
/** Therapists are in one of these in turn; the others in none. */
const teams = ['day-clinic', 'outpatients', 'young-people'] as const;
const idOf = (group: number, index: number) =>
  `0a77e000-0000-4000-8${String(group).padStart(3, '0')}-${String(index).padStart(12, '0')}`;

const staff = (
  group: number,
  role: DemoRole,
  people: readonly (readonly [username: string, name: string])[],
) =>
  people.map(([username, name], index): DemoStaff => ({
    personId: idOf(group, index + 1),
    username,
    name,
    roles: [role],
    zone,
    team: role === 'therapist' ? (teams[index % teams.length] ?? null) : null,
  }));

const therapists = staff(1, 'therapist', [
  ['therapist', 'Dr. Mara Lindqvist'],
  ['amir', 'Amir Haddad'],
  ['beatriz', 'Beatriz Fonseca'],
  ['caspar', 'Dr. Caspar Wendt'],
  ['dilek', 'Dilek Aydın'],
  ['elena', 'Elena Petrova'],
  ['finn', 'Finn Okafor'],
  ['greta', 'Dr. Greta Sommer'],
  ['hiroshi', 'Hiroshi Tanabe'],
  ['ines', 'Inès Moreau'],
  ['jonas', 'Jonas Brandt'],
  ['katya', 'Katya Nowak'],
  ['leon', 'Leon Achterberg'],
  ['miriam', 'Dr. Miriam Katz'],
  ['nils', 'Nils Rasmussen'],
]);

const supervisors = staff(2, 'supervisor', [
  ['supervisor', 'Prof. Dr. Ruth Albers'],
  ['oskar', 'Dr. Oskar Vance'],
  ['paula', 'Dr. Paula Nygaard'],
]);

const office = [
  ...staff(3, 'clinic-lead', [['lead', 'Dr. Sofia Marchetti']]),
  ...staff(4, 'operations', [
    ['operations', 'Tomas Keller'],
    ['vera', 'Vera Lindgren'],
  ]),
  ...staff(5, 'admin', [['admin', 'Noor van Dijk']]),
  ...staff(6, 'integrator', [['integrator', 'Demo integrator']]),
];

export const demoStaff: readonly DemoStaff[] = [...therapists, ...supervisors, ...office];
