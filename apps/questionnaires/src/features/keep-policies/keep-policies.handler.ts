import {
  audit,
  Clock,
  conflict,
  Database,
  invalid,
  notFound,
  onceFor,
  requireVersion,
  type Person,
  type Transaction,
} from '@attune/platform';
import { Injectable } from '@nestjs/common';
import { checkPolicy } from '../../domain/cadence/check-policy.ts';
import type { Policy } from '../../domain/cadence/policy.ts';
import { knownClients } from '../../store/client.store.ts';
import { findInstrument } from '../../store/instrument.store.ts';
import { findPolicy, insertPolicy, listPolicies, lockPolicies } from '../../store/policy.store.ts';
import { viewPolicy, type PolicyGiven, type PolicyView } from './policy.schema.ts';

@Injectable()
export class KeepPolicies {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  list(by: Person, clientId: string | null, after: string | null, limit: number): Promise<PolicyView[]> {
    return this.database.asPerson(by, async (tx) => {
      const found = await listPolicies(tx, clientId, after, limit);
      const clientIds = [...new Set(found.flatMap(clientOf))];
      const at = this.clock.now();
      if (clientIds.length > 0) audit(tx, { person: by, action: 'list-policies', clientIds, at });
      return found.map(viewPolicy);
    });
  }

  view(by: Person, code: string): Promise<PolicyView> {
    return this.database.asPerson(by, async (tx) => {
      const found = await this.find(tx, code);
      const [clientIds, at] = [clientOf(found), this.clock.now()];
      if (clientIds.length > 0)
        audit(tx, { person: by, action: 'view-policy', clientIds, subject: code, at });
      return viewPolicy(found);
    });
  }

  async add(by: Person, given: PolicyGiven, key: string | null): Promise<PolicyView> {
    const at = this.clock.now();
    await this.requireClient(given);
    return this.database.asPerson(by, (tx) =>
      onceFor(tx, { caller: by.id, key, request: ['add-policy', given], at }, async () => {
        lockPolicies(tx);
        if (await findPolicy(tx, given.code)) {
          throw conflict(
            'policy-known',
            'There is a policy with this code: change that one, or choose another.',
          );
        }
        return this.put(tx, by, given, 1, at);
      }),
    );
  }

  async change(by: Person, given: PolicyGiven, seen: number | null): Promise<PolicyView> {
    await this.requireClient(given);
    return this.database.asPerson(by, async (tx) => {
      lockPolicies(tx);
      const { version } = await this.find(tx, given.code);
      requireVersion(seen, version);
      return this.put(tx, by, given, version + 1, this.clock.now());
    });
  }

  private async find(tx: Transaction, code: string) {
    const found = await findPolicy(tx, code);
    if (!found) throw notFound('policy');
    return found;
  }

  private async put(tx: Transaction, person: Person, policy: Policy, version: number, at: Date) {
    await requireFitting(tx, policy);
    const kept = { ...policy, version, changedAt: at };
    await insertPolicy(tx, kept, person.id);
    const clientIds = clientOf(policy);
    audit(tx, { person, action: 'change-policy', clientIds, subject: `${policy.code}@${version}`, at });
    return viewPolicy(kept);
  }

  /** As the worker: whoever keeps policies need not see clients. */
  private async requireClient(policy: Policy): Promise<void> {
    const clientIds = clientOf(policy);
    const known = await this.database.asWorker((tx) => knownClients(tx, clientIds));
    if (known.size === clientIds.length) return;
    throw invalid([{ pointer: '/scope/clientId', detail: 'No such client is known here, or not yet.' }]);
  }
}

const clientOf = ({ scope }: Policy) => (scope.kind === 'client' ? [scope.clientId] : []);

async function requireFitting(tx: Transaction, policy: Policy): Promise<void> {
  const errors = checkPolicy(policy);
  if (!(await findInstrument(tx, policy.instrument))) {
    errors.push({ pointer: '/instrument', detail: 'No such instrument is published.' });
  }
  if (errors.length > 0) throw invalid(errors);
}
