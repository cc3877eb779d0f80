import kafkajs, { type AclEntry, type Admin } from 'kafkajs';
import { until } from '../machine/ports.ts';
import { principals, type Principal } from '../topology.ts';
import { aclKey, aclsOf } from './acls.ts';

const { AclResourceTypes, AclOperationTypes, AclPermissionTypes, ResourcePatternTypes } = kafkajs;

/** Makes the broker's rules for our principals exactly the planned ones: adds what is missing, takes away the rest. */
export async function provisionAcls(
  admin: Admin,
  { prefix = '', plan = principals }: { prefix?: string; plan?: readonly Principal[] } = {},
): Promise<void> {
  const wanted = plan.flatMap((principal) => aclsOf(principal, prefix));
  const present = await readAcls(admin, plan);
  const wantedKeys = new Set(wanted.map(aclKey));
  const presentKeys = new Set(present.map(aclKey));
  const missing = wanted.filter((entry) => !presentKeys.has(aclKey(entry)));
  // Several prefixes (test suites) share a broker: only rules of this prefix can be too many.
  const surplus = present.filter(
    (entry) => entry.resourceName.startsWith(prefix) && !wantedKeys.has(aclKey(entry)),
  );
  if (missing.length > 0) await admin.createAcls({ acl: missing });
  if (surplus.length > 0) await admin.deleteAcls({ filters: surplus });
  // The broker answers before its authorizer has heard of the change.
  const inForce = await until(async () => {
    const now = new Set((await readAcls(admin, plan)).map(aclKey));
    return [...wantedKeys].every((key) => now.has(key)) && !surplus.some((entry) => now.has(aclKey(entry)));
  }, 10_000);
  if (!inForce) throw new Error('the access rules did not come into force');
}

async function readAcls(admin: Admin, plan: readonly Principal[]): Promise<AclEntry[]> {
  const { resources } = await admin.describeAcls({
    resourceType: AclResourceTypes.ANY,
    resourcePatternType: ResourcePatternTypes.ANY,
    operation: AclOperationTypes.ANY,
    permissionType: AclPermissionTypes.ANY,
  });
  const ours = new Set(plan.map(({ name }) => `User:${name}`));
  return resources
    .flatMap(({ acls, ...resource }) =>
      acls.map((acl) => ({
        ...acl,
        resourceType: resource.resourceType,
        resourceName: resource.resourceName,
        resourcePatternType: resource.resourcePatternType,
      })),
    )
    .filter(({ principal }) => ours.has(principal));
}
