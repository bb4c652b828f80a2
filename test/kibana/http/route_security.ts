import { validationError } from '../config/config_schema_errors';
import { schema } from '../config/config_schema';
import { fieldOf } from '../config/unknown_values';

export type RouteAuthz = { requiredPrivileges: string[] } | { enabled: false; reason: string };

function objectionTo(names: string[]): string | undefined {
  const onlyReserved = names.every((name) => name === 'superuser' || name === 'operator');
  if (names.includes('superuser') && !onlyReserved) {
    return 'Combining superuser with other privileges is redundant, superuser privileges set can be only used as a standalone privilege.';
  }
  if (names.includes('operator') && names.length === 1) {
    return 'Operator privilege requires at least one additional non-operator privilege to be defined';
  }
  return new Set(names).size === names.length
    ? undefined
    : 'allRequired privileges must contain unique values';
}

const requiredPrivileges = schema.arrayOf(schema.string(), { minSize: 1, validate: objectionTo });
const disabledAuthz = schema.object({ enabled: schema.literal(false), reason: schema.string() });
const enabledAuthz = schema.object({ requiredPrivileges });
const anything = schema.object({}, { unknowns: 'allow' });
const securitySchema = schema.object({ authz: schema.maybe(anything) });

/** Throws what Kibana throws at registration when a route's `security` is absent or not valid. */
export function readRouteSecurity(security: unknown): RouteAuthz {
  try {
    const authz = fieldOf(security, 'authz');
    securitySchema.check(security, []);
    return fieldOf(authz, 'enabled') !== undefined
      ? disabledAuthz.check(authz, ['authz'])
      : enabledAuthz.check(authz, ['authz']);
  } catch (error) {
    throw validationError(error);
  }
}
