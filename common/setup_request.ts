import * as v from 'valibot';
import * as fields from './fields';
import * as read from './values/read_values';
import { defaultAuthentication, defaultTarget } from './targets/targets';

/**
 * Every parameter of a setup, flat, no secrets. A parameter has this one name from the form field to
 * the body that Azure receives. Names can be those of existing resources, so only the bounds of what Azure says
 * apply here; `brokenRules` applies the rules for the names of new resources.
 */
export const setupRequestSchema = v.strictObject({
  subscriptionId: fields.guid,
  resourceGroup: read.resourceName,
  /** Region of the account; also of the resource group when that is new. */
  location: read.regionName,
  accountName: read.resourceName,
  /** First label of the account's host name. Absent only for an existing account without one. */
  customSubDomainName: v.optional(read.hostLabel),
  kind: fields.kind,
  networkAccess: fields.networkAccess,
  /** Addresses that may call the account; used when `networkAccess` is `selected`. */
  ipRules: fields.ipRules,
  tags: fields.tags,
  /** Absent: such an account stops the setup. */
  onDeletedAccount: v.optional(fields.onDeletedAccount),
  modelName: read.catalogName,
  modelVersion: read.modelVersion,
  deploymentType: read.catalogName,
  deploymentName: read.resourceName,
  /** Units of quota, see `tokensPerUnit` of the model's offer. */
  capacity: read.units,
  versionUpgradeOption: fields.versionUpgradeOption,
  /** Kind of object to create, or both. Optional: requests of earlier versions do not name it. */
  target: v.optional(fields.target, defaultTarget),
  targetName: fields.targetName,
  /** `entra_id`: no key is used; the target is an inference endpoint. Optional, as above. */
  authentication: v.optional(fields.authentication, defaultAuthentication),
  /** Client id of the person's own application that Elasticsearch signs in as. Its secret is never part of a request. */
  applicationId: v.optional(fields.guid),
});

export type SetupRequest = v.InferOutput<typeof setupRequestSchema>;
export type SetupField = keyof SetupRequest;

const isSetupField = (name: unknown): name is SetupField =>
  typeof name === 'string' && name in setupRequestSchema.entries;

/** The fields of a request that go beyond any bound; an empty list means the request is complete. */
export function invalidFields(request: unknown): SetupField[] {
  const parsed = v.safeParse(setupRequestSchema, request);
  if (parsed.success) return [];
  return [...new Set(parsed.issues.map((issue) => issue.path?.[0].key))].filter(isSetupField);
}

/** The names in a request that can exist already. */
export type Existing = 'resourceGroup' | 'account' | 'deployment';

/** The rules for the names of new resources. */
const newNames = {
  resourceGroup: v.looseObject({ resourceGroup: fields.resourceGroup }),
  account: v.looseObject({
    accountName: fields.accountName,
    customSubDomainName: v.optional(fields.customSubDomainName),
  }),
  deployment: v.looseObject({
    deploymentName: fields.deploymentName,
    deploymentType: fields.deploymentType,
    capacity: fields.capacity,
  }),
} as const satisfies Record<Existing, v.GenericSchema>;

/** Fields whose values Azure would refuse. */
export function brokenNames(thing: Existing, request: SetupRequest): SetupField[] {
  const issues = v.safeParse(newNames[thing], request).issues ?? [];
  return [...new Set(issues.map((issue) => issue.path?.[0].key))].filter(isSetupField);
}

/** The fields that break a rule: of everything, and of new things those for their names. */
export function brokenRules(request: SetupRequest, existing: ReadonlySet<Existing>): SetupField[] {
  const things = ['resourceGroup', 'account', 'deployment'] as const;
  const ofNew = things
    .filter((thing) => !existing.has(thing))
    .flatMap((thing) => brokenNames(thing, request));
  return [...new Set([...invalidFields(request), ...ofNew])];
}

/** A deployment type that setup creates; one that is there may have another. */
export type DeploymentType = v.InferOutput<typeof fields.deploymentType>;
export type AccountKind = SetupRequest['kind'];
export type VersionUpgradeOption = SetupRequest['versionUpgradeOption'];
