import { isIPv4 } from 'node:net';
import * as v from 'valibot';
import { object } from '../../../shapes';
import type { NetworkAcls } from '../../worlds/world';

const networkAclsSchema = object({
  defaultAction: v.optional(v.picklist(['Allow', 'Deny'])),
  bypass: v.optional(v.picklist(['AzureServices', 'None'])),
  ipRules: v.optional(v.nullable(v.array(object({ value: v.string() })))),
  virtualNetworkRules: v.optional(v.nullable(v.array(object({ id: v.string() })))),
});

const propertiesSchema = object({
  customSubDomainName: v.optional(v.nullable(v.string())),
  publicNetworkAccess: v.optional(v.picklist(['Enabled', 'Disabled'])),
  networkAcls: v.optional(v.nullable(networkAclsSchema)),
  disableLocalAuth: v.optional(v.boolean()),
  allowProjectManagement: v.optional(v.boolean()),
  restore: v.optional(v.boolean()),
});

/** The part of a PUT or PATCH body that Cognitive Services reads; tags are read separately. */
export const accountBodySchema = object({
  location: v.optional(v.string()),
  kind: v.optional(v.string()),
  sku: v.optional(object({ name: v.string() })),
  identity: v.optional(
    object({
      type: v.picklist(['None', 'SystemAssigned', 'UserAssigned', 'SystemAssigned, UserAssigned']),
    }),
  ),
  properties: v.optional(propertiesSchema),
});
export type AccountBody = v.InferOutput<typeof accountBodySchema>;

export const toNetworkAcls = (
  given: v.InferOutput<typeof networkAclsSchema> | null | undefined,
): NetworkAcls | undefined =>
  given
    ? {
        defaultAction: given.defaultAction ?? 'Allow',
        ipRules: given.ipRules ?? [],
        virtualNetworkRules: given.virtualNetworkRules ?? [],
        ...(given.bypass ? { bypass: given.bypass } : {}),
      }
    : undefined;

const isPrivate = (address: string): boolean =>
  /^(0\.|10\.|127\.|169\.254\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|22[4-9]\.|2[345]\d\.)/.test(
    address,
  );

/** A public IPv4 address, or a range; the smallest ranges have to be written as addresses. */
export const isNetworkRule = (rule: string): boolean => {
  const [address = '', size, ...rest] = rule.split('/');
  if (!isIPv4(address) || isPrivate(address) || rest.length > 0) return false;
  return size === undefined || (/^\d{1,2}$/.test(size) && Number(size) <= 30);
};
