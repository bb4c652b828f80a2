import * as z from 'zod/mini';

/**
 * The rule of every value a person can set, in one place: the form checks with it as one types, the
 * routes check with it again. The words for a broken rule live in `public/wizard/field_text.ts`.
 */

/** An Azure subscription, tenant or application id. */
export const guid = z
  .string()
  .check(z.regex(/^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/));

/** A tenant id or one of the tenant's domains, as Entra ID accepts it in a sign-in URL. */
export const tenant = z
  .string()
  .check(z.minLength(1), z.maxLength(253), z.regex(/^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$/));

/** 1-90 letters, digits, `_ - . ( )`, no dot at the end (Azure resource name rules). */
export const resourceGroup = z
  .string()
  .check(z.minLength(1), z.maxLength(90), z.regex(/^[\p{L}\p{N}_.()-]*[\p{L}\p{N}_()-]$/u));

/** A region's programmatic name, for example `swedencentral`. */
export const location = z
  .string()
  .check(z.minLength(2), z.maxLength(40), z.regex(/^[a-z][a-z0-9]+$/));

/** 2-64 characters; the pattern of the Cognitive Services REST API. */
export const accountName = z
  .string()
  .check(z.minLength(2), z.maxLength(64), z.regex(/^[a-zA-Z0-9][a-zA-Z0-9_.-]*$/));

/** 2-64 lower-case letters, digits and hyphens: it becomes a DNS name and can never be changed. */
export const customSubDomainName = z
  .string()
  .check(z.minLength(2), z.maxLength(64), z.regex(/^[a-z0-9][a-z0-9-]*[a-z0-9]$/));

/** The kinds of Cognitive Services account that serve OpenAI models. */
export const kind = z.enum(['OpenAI', 'AIServices']);

/** The pricing tier. `S0` is the only one for these kinds. */
export const skuName = z.enum(['S0']);

/** The portal's three network choices. */
export const networkAccess = z.enum(['all', 'selected', 'disabled']);

const octet = '(25[0-5]|2[0-4]\\d|1?\\d?\\d)';
/** RFC 1918: Azure takes public addresses only. */
const notPrivate = '(?!10\\.|172\\.(1[6-9]|2\\d|3[01])\\.|192\\.168\\.)';
/** An IPv4 address, or a range in CIDR notation up to /30: Azure wants /31 and /32 as addresses. */
export const ipRule = z
  .string()
  .check(z.regex(new RegExp(`^${notPrivate}${octet}(\\.${octet}){3}(/([89]|[12]\\d|30))?$`)));

/** The service takes at most 100 address rules per resource. */
export const ipRules = z.array(ipRule).check(z.maxLength(100));

/** Tag names: up to 512 characters without `< > % & \ ? /`; values up to 256. */
export const tagName = z
  .string()
  .check(z.minLength(1), z.maxLength(512), z.regex(/^[^<>%&\\?/]*$/));
export const tagValue = z.string().check(z.maxLength(256));

/** Azure allows 50 tags on a resource; one is ours. */
export const maximumTags = 49;
export const tags = z
  .record(tagName, tagValue)
  .check(z.refine((all) => Object.keys(all).length <= maximumTags));

/** What to do with an account of the same name that is in Azure's 48-hour bin. */
export const onDeletedAccount = z.enum(['restore', 'purge']);

export const modelName = z
  .string()
  .check(z.minLength(1), z.maxLength(64), z.regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/));
export const modelVersion = z
  .string()
  .check(z.minLength(1), z.maxLength(64), z.regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/));

/** Billed per token. Provisioned types are billed by the hour and batch types cannot chat. */
export const deploymentType = z.enum(['GlobalStandard', 'DataZoneStandard', 'Standard']);

/** 2-64 characters; it becomes a path segment of the chat URL. */
export const deploymentName = z
  .string()
  .check(z.minLength(2), z.maxLength(64), z.regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/));

/** Units of quota; one unit is 1,000 tokens per minute for most models. */
export const capacity = z.int().check(z.minimum(1), z.maximum(100_000));

export const versionUpgradeOption = z.enum([
  'OnceNewDefaultVersionAvailable',
  'OnceCurrentVersionExpired',
  'NoAutoUpgrade',
]);

export const connectorName = z
  .string()
  .check(z.minLength(1), z.maxLength(100), z.regex(/^\S(.*\S)?$/u));

/** The text of a sealed session. Access tokens are 1-4 kB, with many group claims up to 16 kB. */
export const session = z
  .string()
  .check(z.minLength(1), z.maxLength(32_768), z.regex(/^[A-Za-z0-9_-]+$/));

export const runId = z
  .string()
  .check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/));
