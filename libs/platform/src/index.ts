export { accessByCopyMigrations, accessMigrations } from './access/access-migrations.ts';
export { AccessTables1761000000000 } from './access/access-tables.migration.ts';
export { CurrentPerson, Open, Roles } from './access/access.decorators.ts';
export { audit, type AuditEntry } from './access/audit.ts';
export { careRelationshipAccess } from './access/care-relationships/care-relationship-copy.migration.ts';
export {
  saveCareRelationship,
  type CareRelationshipRow,
} from './access/care-relationships/care-relationship-copy.ts';
export { requireClient } from './access/client-access.ts';
export { roles, type Person, type Role } from './access/person.ts';
export { createService, runService, type ServiceOptions } from './bootstrap/run-service.ts';
export { BROKER_STATUS, EVENT_STRATEGY, type BrokerStatus } from './bootstrap/tokens.ts';
export { Clock } from './clock/clock.ts';
export { Sweep } from './clock/sweep.ts';
export { readConfig, SERVICE_CONFIG, type ServiceConfig } from './config/service-config.ts';
export { DatabaseModule, type DatabaseOptions } from './database/database.module.ts';
export { Database } from './database/database.ts';
export { isConnectionFault, isTransient, violatedConstraint } from './database/faults.ts';
export { grant, protectClientRecords, type Grants } from './database/grants.ts';
export { migrate, type Migrations } from './database/migrate.ts';
export type { Transaction } from './database/transaction.ts';
export { describe as describeError } from './errors/problem.filter.ts';
export { ErrorToLog } from './errors/error-to-log.ts';
export { conflict, invalid, notFound, notPermitted, Problem, type FieldError } from './errors/problem.ts';
export { sendProblem } from './errors/send-problem.ts';
export { instantSchema, zoneSchema } from './http/calendar.schema.ts';
export { fromCursor, pageLimit, pageOf, toCursor } from './http/cursor.ts';
export {
  changedMeanwhile,
  ChangesVersion,
  etagOf,
  IfMatch,
  requireVersion,
  saveNext,
  Versioned,
} from './http/etag.ts';
export { IdempotencyKey, onceFor, type OnceFor } from './http/idempotency.ts';
export { ForgetKeysSweep } from './http/forget-keys.sweep.ts';
export { logger } from './telemetry/logger.ts';
export { originTime, withOriginTime } from './telemetry/origin-time.ts';
export type { RememberedSpan } from './telemetry/span-ring.ts';
export { meter, millisecondBuckets, startTelemetry, tracer } from './telemetry/telemetry.ts';
