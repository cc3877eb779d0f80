import { expect, test } from '@jest/globals';
import pg from 'pg';
import { testDatabase, testKafka } from './index.ts';

test('a suite gets a database of its own with three roles', async () => {
  const database = await testDatabase('scoring');
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query('CREATE TABLE note (id int); GRANT SELECT ON note TO scoring_api');
  await owner.end();

  const api = new pg.Client({ connectionString: database.apiUrl });
  await api.connect();
  expect((await api.query('SELECT current_schema() AS schema')).rows).toEqual([{ schema: 'scoring' }]);
  expect((await api.query('SELECT * FROM note')).rows).toEqual([]);
  await expect(api.query('CREATE TABLE mine (id int)')).rejects.toThrow('permission denied for schema');
  await api.end();

  const worker = new pg.Client({ connectionString: database.workerUrl });
  await worker.connect();
  await expect(worker.query('SELECT * FROM note')).rejects.toThrow('permission denied for table');
  await worker.end();
  expect(await database.query('SHOW fsync')).toEqual([{ fsync: 'on' }]);
  await database.drop();
});

test('two suites get different topics', async () => {
  const [one, two] = await Promise.all([testKafka({ topics: ['attune.public.scores'] }), testKafka()]);
  expect(one.topic('attune.public.scores')).not.toBe(two.topic('attune.public.scores'));
  await Promise.all([one.close(), two.close()]);
});
