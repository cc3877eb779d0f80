export { testIssuer, type TestIssuer, type TokenRequest } from './access/test-issuer.ts';
export { testDatabase, type TestDatabase } from './database/test-database.ts';
export { alertOf, careOf, inDays, personOf, requestOf, sessionOf, totalOf } from './events/client-events.ts';
export { instrumentOf, rulesOf, totalScale, type ScaleOfTest } from './events/rule-events.ts';
export { interleavings } from './events/interleavings.ts';
export { eventually } from './eventually.ts';
export { testKafka, type TestKafka } from './kafka/test-kafka.ts';
export { testMailServer, type TestMailServer } from './mail/test-mail-server.ts';
export { startService, type Call, type Caller, type StartedService } from './service/start-service.ts';
