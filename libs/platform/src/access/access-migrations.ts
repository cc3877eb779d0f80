import { AccessTables1761000000000 } from './access-tables.migration.ts';
import { AskOnce1763900200000 } from './ask-once.migration.ts';
import { ReadAudit1764000400000 } from './audit-trail/read-audit.migration.ts';
import { CareRelationshipCopy1761000001000 } from './care-relationships/care-relationship-copy.migration.ts';

/** What access stands on, for the service that has the care relationships themselves. */
export const accessMigrations = [AccessTables1761000000000, AskOnce1763900200000, ReadAudit1764000400000];

/** The same for a service that keeps a copy of the care relationships. */
export const accessByCopyMigrations = [...accessMigrations, CareRelationshipCopy1761000001000];
