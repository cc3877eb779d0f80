import kafkajs, { type AclEntry, type AclOperationTypes, type AclResourceTypes } from 'kafkajs';
import type { Principal } from '../topology.ts';

const { AclResourceTypes: Resource, AclOperationTypes: Operation, ResourcePatternTypes: Pattern } = kafkajs;

interface Rule {
  readonly resource: AclResourceTypes;
  readonly name: string;
  readonly prefixed?: boolean;
  readonly operations: readonly AclOperationTypes[];
}

/** The access rules of one principal: exactly its topics and groups, nothing else. Pure. */
export function aclsOf(principal: Principal, prefix = ''): AclEntry[] {
  const read = [Operation.READ, Operation.DESCRIBE];
  const write = [Operation.WRITE, Operation.DESCRIBE];
  const { TOPIC, GROUP } = Resource;
  const rules: Rule[] = [
    ...principal.reads.map((name) => ({ resource: TOPIC, name, operations: read })),
    ...principal.writes.map((name) => ({ resource: TOPIC, name, operations: write })),
  ];
  const { readsPrefix, group, groupPrefix } = principal;
  if (readsPrefix) rules.push({ resource: TOPIC, name: readsPrefix, prefixed: true, operations: read });
  if (group) rules.push({ resource: GROUP, name: group, operations: read });
  if (groupPrefix) rules.push({ resource: GROUP, name: groupPrefix, prefixed: true, operations: read });
  return rules.flatMap(({ resource, name, prefixed, operations }) =>
    operations.map((operation) => ({
      principal: `User:${principal.name}`,
      host: '*',
      permissionType: kafkajs.AclPermissionTypes.ALLOW,
      operation,
      resourceType: resource,
      resourceName: prefix + name,
      resourcePatternType: prefixed ? Pattern.PREFIXED : Pattern.LITERAL,
    })),
  );
}

/** One text for a rule, to compare what the broker has with what it should have. */
export function aclKey(entry: AclEntry): string {
  return [
    entry.principal,
    entry.operation,
    entry.resourceType,
    entry.resourcePatternType,
    entry.resourceName,
    entry.permissionType,
  ].join(' ');
}
