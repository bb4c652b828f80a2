import { isIPv4 } from 'node:net';
import * as z from 'zod/mini';
import type { NetworkAcls } from '../worlds/world';

const networkAclsSchema = z.object({
  defaultAction: z.optional(z.enum(['Allow', 'Deny'])),
  bypass: z.optional(z.enum(['AzureServices', 'None'])),
  ipRules: z.optional(z.nullable(z.array(z.object({ value: z.string() })))),
  virtualNetworkRules: z.optional(z.nullable(z.array(z.object({ id: z.string() })))),
});

const propertiesSchema = z.object({
  customSubDomainName: z.optional(z.nullable(z.string())),
  publicNetworkAccess: z.optional(z.enum(['Enabled', 'Disabled'])),
  networkAcls: z.optional(z.nullable(networkAclsSchema)),
  disableLocalAuth: z.optional(z.boolean()),
  allowProjectManagement: z.optional(z.boolean()),
  restore: z.optional(z.boolean()),
});

/** What Cognitive Services understands of the body of a PUT or PATCH; tags are read on their own. */
export const accountBodySchema = z.object({
  location: z.optional(z.string()),
  kind: z.optional(z.string()),
  sku: z.optional(z.object({ name: z.string() })),
  identity: z.optional(
    z.object({
      type: z.enum(['None', 'SystemAssigned', 'UserAssigned', 'SystemAssigned, UserAssigned']),
    }),
  ),
  properties: z.optional(propertiesSchema),
});
export type AccountBody = z.infer<typeof accountBodySchema>;

/** In words, where a body breaks the schema. */
export const brokenAt = (error: { issues: readonly { path: PropertyKey[]; message: string }[] }) =>
  error.issues.map(({ path, message }) => `${path.map(String).join('.')}: ${message}`).join('; ');

export const toNetworkAcls = (
  given: z.infer<typeof networkAclsSchema> | null | undefined,
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
