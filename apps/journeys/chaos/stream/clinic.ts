import { demoStaff } from '@attune/local';
import { call } from '../../src/platform/api.ts';
import { ask } from '../../src/platform/clients.ts';
import type { ChaosPlatform } from '../platform/chaos-platform.ts';
import { untilTrue } from '../until-true.ts';
import { Door } from './door.ts';
import { Patient } from './patient.ts';

const imports = '/api/scheduling/imports';
const person = (personId: string, kind: 'client' | 'staff', name: string, roles: readonly string[]) => ({
  ...{ personId, kind, name, roles, zone: 'Europe/Berlin', language: 'en', email: null, phone: null },
  ...{ subject: kind === 'staff' ? personId : null, consent: { email: false, sms: false } },
});

/** The clinic in which clients are admitted for each fault anew. */
export class Clinic {
  private constructor(
    readonly door: Door,
    readonly operations: string,
    private readonly therapistId: string,
  ) {}

  static async open(platform: ChaosPlatform): Promise<Clinic> {
    const therapist = demoStaff.find(({ roles }) => roles.includes('therapist'));
    if (!therapist) throw new Error('there is no therapist');
    const door = new Door(platform.origin);
    const token = await platform.tokenOf('operations');
    const people = [person(therapist.personId, 'staff', therapist.name, therapist.roles)];
    await door.post(imports, { token, body: { people } });
    return new Clinic(door, token, therapist.personId);
  }

  /** Clients of the therapist's, each known to the services that a response meets. */
  async admit(count: number): Promise<Patient[]> {
    const { door, operations: token, therapistId: staffId } = this;
    const ids = Array.from({ length: count }, () => crypto.randomUUID());
    const from = new Date(Date.now() - 3_600_000).toISOString();
    const people = ids.map((id, i) => person(id, 'client', `Chaos ${i + 1}`, []));
    const careRelationships = ids.map((clientId) => ({
      ...{ careRelationshipId: crypto.randomUUID(), clientId, staffId, kind: 'primary', from, to: null },
    }));
    await door.post(imports, { token, body: { people } });
    await door.post(imports, { token, body: { careRelationships } });
    const unknown = [...ids];
    await untilTrue('the new clients are known', 60_000, async () => {
      while (unknown[0] !== undefined && (await this.knows(unknown[0]))) unknown.shift();
      return unknown.length === 0;
    });
    return ids.map((id) => new Patient(id, door, token));
  }

  /** Questionnaires and caseload each keep a copy of their own. */
  private async knows(clientId: string): Promise<boolean> {
    const { origin } = this.door;
    const link = await ask({ origin }, this.operations, clientId);
    const course = await call(`${origin}/api/caseload/clients/${clientId}`, { token: this.operations });
    return link !== null && course.status === 200;
  }
}
