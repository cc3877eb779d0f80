import { type Database, meter } from '@attune/platform';

const sql = `SELECT (SELECT count(*) FROM outbox)::int AS waiting,
  (SELECT count(*) FROM inbox WHERE parked)::int AS parked`;

/** What waits to be published and which keys are parked, looked up when somebody asks for the metrics. */
export function observeBacklog(database: Database): void {
  const depth = meter().createObservableGauge('attune_outbox_depth', {
    description: 'events to be published',
  });
  const parked = meter().createObservableGauge('attune_parked_keys', { description: 'keys that wait' });
  meter().addBatchObservableCallback(
    async (result) => {
      const [row] = await database.asWorker((tx) => tx.query<{ waiting: number; parked: number }>(sql));
      if (!row) return;
      result.observe(depth, row.waiting);
      result.observe(parked, row.parked);
    },
    [depth, parked],
  );
}
