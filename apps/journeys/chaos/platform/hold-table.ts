import pg from 'pg';
import type { ChaosPlatform } from './chaos-platform.ts';

/**
 * Locks a table against everybody, so that whoever works with it stands still in the middle of a transaction.
 * @returns how to let go
 */
export async function holdTable({ databaseUrl }: ChaosPlatform, table: string): Promise<() => Promise<void>> {
  for (let attempt = 1; ; attempt++) {
    const client = new pg.Client({ connectionString: databaseUrl });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query(`SET lock_timeout = '2s'; BEGIN; LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`);
      return () => client.end();
    } catch (error) {
      await client.end().catch(() => undefined);
      // Somebody held it for long; the next attempt comes at a better moment.
      if (attempt === 10) throw error;
    }
  }
}

/** Waits until somebody stands before the table who wants to write to it; the relay comes again and again anyway. */
export async function untilAwaited({ sql }: ChaosPlatform, table: string): Promise<void> {
  const waiting = `SELECT 1 FROM pg_locks JOIN pg_stat_activity USING (pid)
    WHERE NOT granted AND relation = '${table}'::regclass AND mode = 'RowExclusiveLock' AND application_name <> 'relay'`;
  for (const end = Date.now() + 20_000; Date.now() < end;) {
    if ((await sql(waiting)).length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`nobody came to ${table}`);
}
