import { validationError } from '../config/config_schema_errors';
import { schema } from '../config/config_schema';
import { fieldOf } from '../config/unknown_values';

type PrivilegeSet = {
  allRequired?: Array<string | { anyOf: string[] }>;
  anyRequired?: Array<string | { allOf: string[] }>;
};
export type RequiredPrivilege = string | PrivilegeSet;
export interface RouteSecurity {
  authz: { requiredPrivileges: RequiredPrivilege[] } | { enabled: false; reason: string };
  authc: { enabled: boolean | 'optional' };
}

const names = schema.arrayOf(schema.string(), { minSize: 2 });
const privilegeSet = schema.object(
  {
    anyRequired: schema.maybe(
      schema.arrayOf(schema.oneOf([schema.string(), schema.object({ allOf: names })]), {
        minSize: 2,
      }),
    ),
    allRequired: schema.maybe(
      schema.arrayOf(schema.oneOf([schema.string(), schema.object({ anyOf: names })]), {
        minSize: 1,
      }),
    ),
  },
  {
    validate: (value) =>
      value.anyRequired || value.allRequired
        ? undefined
        : 'either anyRequired or allRequired must be specified',
  },
);
const requiredPrivileges = schema.arrayOf(schema.oneOf([privilegeSet, schema.string()]), {
  minSize: 1,
  validate: (entries) => objectionTo(allNames(entries), anyNames(entries)),
});

type Entry = string | PrivilegeSet;
const allNames = (entries: Entry[]) =>
  entries.flatMap((entry) =>
    typeof entry === 'string'
      ? [entry]
      : (entry.allRequired ?? []).flatMap((one) => (typeof one === 'string' ? [one] : one.anyOf)),
  );
const anyNames = (entries: Entry[]) =>
  entries.flatMap((entry) =>
    typeof entry === 'string'
      ? []
      : (entry.anyRequired ?? []).flatMap((one) => (typeof one === 'string' ? [one] : one.allOf)),
  );

function objectionTo(all: string[], any: string[]): string | undefined {
  const onlyReserved = all.every((name) => name === 'superuser' || name === 'operator');
  if (any.includes('superuser')) return 'Using superuser privileges in anyRequired is not allowed';
  if (all.includes('superuser') && !onlyReserved) {
    return 'Combining superuser with other privileges is redundant, superuser privileges set can be only used as a standalone privilege.';
  }
  if (any.includes('operator')) return 'Using operator privileges in anyRequired is not allowed';
  if (all.includes('operator') && all.length === 1) {
    return 'Operator privilege requires at least one additional non-operator privilege to be defined';
  }
  const shared = any.find((name) => all.includes(name));
  if (shared !== undefined) {
    return `anyRequired and allRequired cannot have the same values: [${shared}]`;
  }
  if (new Set(any).size !== any.length) return 'anyRequired privileges must contain unique values';
  if (new Set(all).size !== all.length) return 'allRequired privileges must contain unique values';
  return undefined;
}

const disabledAuthz = schema.object({ enabled: schema.literal(false), reason: schema.string() });
const enabledAuthz = schema.object({ requiredPrivileges });
const authcOn = schema.object({ enabled: schema.maybe(schema.literal(true)) });
const authcOff = schema.object({
  enabled: schema.oneOf([schema.literal('optional'), schema.literal(false)]),
  reason: schema.string(),
});

/** Throws what Kibana throws at registration when a route's `security` is absent or not valid. */
export function readRouteSecurity(security: unknown): RouteSecurity {
  try {
    const authz = fieldOf(security, 'authz');
    const authc = fieldOf(security, 'authc');
    const off = fieldOf(authc, 'enabled');
    schema
      .object({ authz: schema.maybe(anything), authc: schema.maybe(anything) })
      .check(security, []);
    return {
      authz:
        fieldOf(authz, 'enabled') !== undefined
          ? disabledAuthz.check(authz, ['authz'])
          : enabledAuthz.check(authz, ['authz']),
      authc: {
        enabled:
          off === undefined || off === true
            ? (authcOn.check(authc, ['authc']).enabled ?? true)
            : authcOff.check(authc, ['authc']).enabled,
      },
    };
  } catch (error) {
    throw validationError(error);
  }
}

const anything = schema.object({}, { unknowns: 'allow' });
