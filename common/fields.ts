import * as v from 'valibot';
import { isRecord } from './values/json';
import { runTag } from './run_tag';
import { authentications, targetChoices } from './targets/targets';

/**
 * The rules for all values that a person can set. The form validates with them while the person types, and the routes
 * validate again. The texts for broken rules are in `common/words/field_text.ts`.
 */

/** No control characters, and none that change the direction of the text that follows. */
const plainText = v.regex(/^[^\p{Cc}\p{Bidi_Control}]*$/u);

/** `schema` that rejects arrays, which valibot accepts as objects. */
export const jsonObject = <Output>(schema: v.GenericSchema<unknown, Output>) =>
  v.pipe(v.unknown(), v.check(isRecord), schema);

/** An Azure subscription, tenant or application id. */
export const guid = v.pipe(
  v.string(),
  v.regex(/^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/),
);

/** A tenant id or one of the tenant's domains, as Entra ID accepts it in a sign-in URL. */
export const tenant = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(253),
  v.regex(/^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$/),
);

/**
 * 1-90 characters, no period at the end. Azure's own pattern is `^[-\w\._\(\)]+$` as .NET reads it: `\w` is letters,
 * non-spacing marks, decimal digits and connectors of the Basic Multilingual Plane.
 */
export const resourceGroup = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(90),
  v.regex(/^[\p{L}\p{Mn}\p{Nd}\p{Pc}.()-]*[^.]$/u),
  v.regex(/^[\p{L}\p{Mn}\p{Nd}\p{Pc}.()-]*$/u),
  v.regex(/^[\u{0}-\u{ffff}]*$/u),
);

/**
 * 2-64 letters, digits and hyphens, as the portal requires. Names become hosts, where `xn--` begins an encoded name.
 */
export const accountName = v.pipe(
  v.string(),
  v.minLength(2),
  v.maxLength(64),
  v.regex(/^(?!xn--)[a-z0-9][a-z0-9-]*[a-z0-9]$/i),
);

/** 2-63 lower-case letters, digits and hyphens: it becomes a label of a host name and can never be changed. */
export const customSubDomainName = v.pipe(
  v.string(),
  v.minLength(2),
  v.maxLength(63),
  v.regex(/^(?!xn--)[a-z0-9][a-z0-9-]*[a-z0-9]$/),
);

/** Id of a connector or an inference endpoint of any kind. */
export const modelId = v.pipe(v.string(), v.minLength(1), v.maxLength(512));

/** Characters of a question to the model. */
export const longestQuestion = 2_000;

/** A person's own question to the model: some text. */
export const question = v.pipe(v.string(), v.maxLength(longestQuestion), v.regex(/\S/));

/** The kinds of Cognitive Services account that serve OpenAI models. */
export const kind = v.picklist(['OpenAI', 'AIServices']);

/** The portal's three network choices. */
export const networkAccess = v.picklist(['all', 'selected', 'disabled']);

const octet = '(25[0-5]|2[0-4]\\d|1?\\d?\\d)';
/** Azure accepts public addresses only: no private, local, multicast or reserved ones (RFC 1918, RFC 6890). */
const notPrivate =
  '(?!0\\.|10\\.|127\\.|169\\.254\\.|172\\.(1[6-9]|2\\d|3[01])\\.|192\\.168\\.|22[4-9]\\.|2[345]\\d\\.)';
/** An IPv4 address, or a range in CIDR notation up to /30: Azure requires single addresses instead of /31 and /32. */
export const ipRule = v.pipe(
  v.string(),
  v.regex(new RegExp(`^${notPrivate}${octet}(\\.${octet}){3}(/([89]|[12]\\d|30))?$`)),
);

/** The service takes at most 100 address rules per resource. */
export const ipRules = v.pipe(v.array(ipRule), v.maxLength(100));

/**
 * Tag names: up to 512 characters without control characters and `< > % & \ ? /`; names that begin with `microsoft`,
 * `azure` and `windows` are reserved. Values: up to 256.
 */
const tagName = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(512),
  v.regex(/^(?!microsoft|azure|windows)[^<>%&\\?/]*$/iu),
  plainText,
);
const tagValue = v.pipe(v.string(), v.maxLength(256), plainText);

/** valibot's record drops these names; a tag must not be dropped silently. */
const unreadable = ['__proto__', 'prototype', 'constructor'];

/** Azure allows 50 tags on a resource; one is the ownership tag. */
export const maximumTags = 49;
/** Tag names are case-insensitive in Azure. */
const areDistinct = (names: readonly string[]): boolean =>
  new Set([runTag, ...names].map((name) => name.toLowerCase())).size === names.length + 1;
export const tags = v.pipe(
  v.unknown(),
  v.check((all) => isRecord(all) && !unreadable.some((name) => Object.hasOwn(all, name))),
  v.record(tagName, tagValue),
  v.check((all) => Object.keys(all).length <= maximumTags),
  v.check((all) => areDistinct(Object.keys(all))),
);

/** Treatment of a soft-deleted account of the same name (kept for 48 hours). */
export const onDeletedAccount = v.picklist(['restore', 'purge']);

/** Types that setup creates, billed per token. Provisioned types are billed by the hour and batch types cannot chat. */
export const deploymentType = v.picklist(['GlobalStandard', 'DataZoneStandard', 'Standard']);

/** 2-64 characters; it becomes a path segment of the chat URL. */
export const deploymentName = v.pipe(
  v.string(),
  v.minLength(2),
  v.maxLength(64),
  v.regex(/^[A-Za-z0-9][A-Za-z0-9._-]*[A-Za-z0-9_]$/),
);

/** Units of quota; one is 1,000 tokens per minute for most models, and the model's offer has the limits. */
export const capacity = v.pipe(v.number(), v.integer(), v.minValue(1));

export const versionUpgradeOption = v.picklist([
  'OnceNewDefaultVersionAvailable',
  'OnceCurrentVersionExpired',
  'NoAutoUpgrade',
]);

export const target = v.picklist(targetChoices);

export const authentication = v.picklist(authentications);

export const targetName = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(100),
  v.regex(/^\S(.*\S)?$/u),
  plainText,
);

/** One claim of a claims challenge (OpenID Connect Core 1.0, section 5.5.1). */
const claimRequest = v.nullable(
  v.strictObject({
    essential: v.optional(v.boolean()),
    value: v.optional(v.pipe(v.string(), v.maxLength(200))),
    values: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(200))), v.maxLength(20))),
  }),
);
const claimsChallenge = v.strictObject({
  access_token: v.pipe(
    v.record(v.pipe(v.string(), v.regex(/^[a-z][a-z_]{0,39}$/)), claimRequest),
    v.check((wanted) => Object.keys(wanted).length > 0 && Object.keys(wanted).length <= 10),
  ),
});

function isClaimsChallenge(text: string): boolean {
  try {
    return v.is(claimsChallenge, JSON.parse(text));
  } catch {
    return false;
  }
}

/** A claims challenge as Azure sends it, decoded: JSON in printable ASCII, of 2,048 characters at most. */
export const claims = v.pipe(
  v.string(),
  v.maxLength(2_048),
  v.regex(/^[\x20-\x7e]+$/),
  v.check(isClaimsChallenge),
);

/** The text of a sealed session. Access tokens are 1-4 kB, with many group claims up to 16 kB. */
export const session = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(32_768),
  v.regex(/^[A-Za-z0-9_-]+$/),
);

export const runId = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
);
