import { afterEach, expect, test } from '@jest/globals';
import { serviceEnvironment } from './services.ts';

const settings = {
  ...{ repository: '/r', home: '/h', port: 8080, publicUrl: 'http://localhost:8080' },
  ...{ databaseUrl: undefined, kafkaBrokers: undefined, catchesMail: true },
};
const secrets = {
  ...{ passwords: {}, sessionSecret: '', clientSecret: '', identityCookieSecret: '', identitySigningKey: '' },
};
const servers = {
  ...{ databaseUrl: '', database: '', brokerFor: () => ({ brokers: '' }) },
};
const environment = () => serviceEnvironment('identity', settings, secrets, servers);

afterEach(() => {
  delete process.env['ATTUNE_CHAOS'];
  delete process.env['ATTUNE_MUTATION'];
});

test('a guarantee is switched off by a chaos run', () => {
  Object.assign(process.env, { ATTUNE_CHAOS: '1', ATTUNE_MUTATION: 'dedup-off' });
  expect(environment()).toMatchObject({ ATTUNE_CHAOS: '1', ATTUNE_MUTATION: 'dedup-off' });
});

test('and by nobody else', () => {
  Object.assign(process.env, { ATTUNE_MUTATION: 'dedup-off' });
  expect(environment()).not.toHaveProperty('ATTUNE_MUTATION');
});
