import { DataSource, type DataSourceOptions } from 'typeorm';

export type Migrations = NonNullable<DataSourceOptions['migrations']>;

const lock = 7_262_911;

/**
 * Brings the service's schema up to date as its owner. TypeORM takes no lock of its own, so instances that start
 * together wait here for each other on a connection of their own.
 */
export async function migrate(url: string, schema: string, migrations: Migrations): Promise<void> {
  const source = new DataSource({
    type: 'postgres',
    url,
    schema,
    migrations,
    migrationsTableName: 'migration',
  });
  await source.initialize();
  const guard = source.createQueryRunner();
  try {
    await guard.query('SELECT pg_advisory_lock($1, hashtext($2))', [lock, schema]);
    await source.runMigrations({ transaction: 'each' });
  } finally {
    await guard.query('SELECT pg_advisory_unlock($1, hashtext($2))', [lock, schema]).catch(() => undefined);
    await guard.release();
    await source.destroy();
  }
}
