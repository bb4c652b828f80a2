import * as v from 'valibot';
import * as fields from './fields';
import * as read from './values/read_values';
import { defaultAuthentication, defaultTarget } from './targets/targets';

/**
 * All parameters of a setup, flat, without secrets. A parameter has the same name from the form field to the ARM body.
 * Names can belong to existing resources, so only Azure's own limits apply here; `brokenRules` applies the rules for
 * new names.
 */
export const setupRequestSchema = v.strictObject({
  subscriptionId: fields.guid,
  resourceGroup: read.resourceName,
  /** Region of the account, and of a new resource group. */
  location: read.regionName,
  accountName: read.resourceName,
  /** First label of the account's host name. Absent only for an existing account without one. */
  customSubDomainName: v.optional(read.hostLabel),
  kind: fields.kind,
  networkAccess: fields.networkAccess,
  /** Addresses that can call the account; used if `networkAccess` is `selected`. */
  ipRules: fields.ipRules,
  tags: fields.tags,
  /** If absent, a deleted account of this name stops setup. */
  onDeletedAccount: v.optional(fields.onDeletedAccount),
  modelName: read.catalogName,
  modelVersion: read.modelVersion,
  deploymentType: read.catalogName,
  deploymentName: read.resourceName,
  /** Units of quota, see `tokensPerUnit` of the model's offer. */
  capacity: read.units,
  versionUpgradeOption: fields.versionUpgradeOption,
  /** Kind of target to create, or both. Optional, because earlier versions did not have it. */
  target: v.optional(fields.target, defaultTarget),
  targetName: fields.targetName,
  /** With `entra_id`, no key is used and the target is an inference endpoint. Optional, as above. */
  authentication: v.optional(fields.authentication, defaultAuthentication),
  /**
   * Client id of the person's own application that Elasticsearch signs in as. Its secret is never part of a request.
   */
  applicationId: v.optional(fields.guid),
});

export type SetupRequest = v.InferOutput<typeof setupRequestSchema>;
export type SetupField = keyof SetupRequest;

const isSetupField = (name: unknown): name is SetupField =>
  typeof name === 'string' && name in setupRequestSchema.entries;

/** The invalid fields of a request; empty if the request is complete. */
export function invalidFields(request: unknown): SetupField[] {
  const parsed = v.safeParse(setupRequestSchema, request);
  if (parsed.success) return [];
  return [...new Set(parsed.issues.map((issue) => issue.path?.[0].key))].filter(isSetupField);
}

/** The names in a request that can belong to existing resources. */
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

/** Fields whose values Azure would reject. */
export function brokenNames(thing: Existing, request: SetupRequest): SetupField[] {
  const issues = v.safeParse(newNames[thing], request).issues ?? [];
  return [...new Set(issues.map((issue) => issue.path?.[0].key))].filter(isSetupField);
}

/** The fields that break a rule, including the rules for the names of new resources. */
export function brokenRules(request: SetupRequest, existing: ReadonlySet<Existing>): SetupField[] {
  const things = ['resourceGroup', 'account', 'deployment'] as const;
  const ofNew = things
    .filter((thing) => !existing.has(thing))
    .flatMap((thing) => brokenNames(thing, request));
  return [...new Set([...invalidFields(request), ...ofNew])];
}

/** A deployment type that setup creates; existing deployments can have others. */
export type DeploymentType = v.InferOutput<typeof fields.deploymentType>;
export type AccountKind = SetupRequest['kind'];
export type VersionUpgradeOption = SetupRequest['versionUpgradeOption'];
