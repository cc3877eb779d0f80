import { randomUUID } from 'node:crypto';
import { append } from '@attune/messaging';
import { instrumentOf, rulesOf, startService, totalScale, type Caller } from '@attune/testing';
import { CaseloadModule } from '../caseload.module.ts';
import type { ClientView } from '../features/client-view.ts';

const operations: Caller = { person: randomUUID(), roles: ['operations'] };

/** The whole service beside a broker, and what operations see in it. */
export async function caseloadService() {
  const service = await startService({ name: 'caseload', module: CaseloadModule, broker: true });
  /** This service's own outbox stands in for those of others: relay, broker and inbox are the real ones. */
  const publish = (...events: Parameters<typeof append>[1][]) =>
    service.db.asWorker((tx) => append(tx, ...events));
  const rules = rulesOf('test-rules', [totalScale]);
  await publish(instrumentOf(totalScale), rules.published, rules.activated());
  // What stands for the alliance is known before the first score.
  await service.settled();
  return {
    ...service,
    publish,
    async client(clientId: string, as = operations): Promise<ClientView> {
      return (await service.get(`/clients/${clientId}`, { as })).body;
    },
  };
}
export type CaseloadService = Awaited<ReturnType<typeof caseloadService>>;
