import * as v from 'valibot';
import * as fields from './fields';

/**
 * Every parameter of a setup, flat, no secrets. A parameter has this one name from the form field to
 * the body that Azure receives.
 */
export const setupRequestSchema = v.strictObject({
  subscriptionId: fields.guid,
  resourceGroup: fields.resourceGroup,
  /** Region of the account; also of the resource group when that is new. */
  location: fields.location,
  accountName: fields.accountName,
  /** First label of the account's host name. Absent only for an existing account without one. */
  customSubDomainName: v.optional(fields.customSubDomainName),
  kind: fields.kind,
  skuName: fields.skuName,
  networkAccess: fields.networkAccess,
  /** Addresses that may call the account; used when `networkAccess` is `selected`. */
  ipRules: fields.ipRules,
  tags: fields.tags,
  /** Absent: such an account stops the setup. */
  onDeletedAccount: v.optional(fields.onDeletedAccount),
  modelName: fields.modelName,
  modelVersion: fields.modelVersion,
  deploymentType: fields.deploymentType,
  deploymentName: fields.deploymentName,
  /** Units of quota, see `tokensPerUnit` of the model's offer. */
  capacity: fields.capacity,
  versionUpgradeOption: fields.versionUpgradeOption,
  connectorName: fields.connectorName,
});

export type SetupRequest = v.InferOutput<typeof setupRequestSchema>;
export type SetupField = keyof SetupRequest;

const isSetupField = (name: unknown): name is SetupField =>
  typeof name === 'string' && name in setupRequestSchema.entries;

/** The fields of a request that break their rule; an empty list means the request is complete. */
export function invalidFields(request: unknown): SetupField[] {
  const parsed = v.safeParse(setupRequestSchema, request);
  if (parsed.success) return [];
  return [...new Set(parsed.issues.map((issue) => issue.path?.[0].key))].filter(isSetupField);
}

export type DeploymentType = SetupRequest['deploymentType'];
export type AccountKind = SetupRequest['kind'];
export type VersionUpgradeOption = SetupRequest['versionUpgradeOption'];
