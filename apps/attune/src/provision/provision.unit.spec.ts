import { expect, it } from '@jest/globals';
import { passwordOf, provision } from './provision.ts';

it('takes a password of its own before the one for all', () => {
  const env = { SERVICE_PASSWORD: 'all', SCORING_WORKER_PASSWORD: 'own' };
  expect([passwordOf(env, 'scoring_worker'), passwordOf(env, 'scoring_api')]).toEqual(['own', 'all']);
});

it('names what the environment lacks, and touches nothing', async () => {
  expect(() => passwordOf({}, 'attune-admin')).toThrow(
    'Set ATTUNE_ADMIN_PASSWORD, or SERVICE_PASSWORD for all.',
  );
  await expect(provision({ KAFKA_BROKERS: 'nowhere:1' })).rejects.toThrow(
    'Set DATABASE_URL and KAFKA_BROKERS',
  );
  const reachable = { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none', KAFKA_BROKERS: '127.0.0.1:1' };
  await expect(provision(reachable)).rejects.toThrow('Set SCHEDULING_PASSWORD');
});
