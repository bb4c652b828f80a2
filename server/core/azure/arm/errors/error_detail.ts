import { own } from '../../../../../common/values/own';
import type { ProblemCode } from '../../../../../common/problem';
import type { ProblemDetails } from '../../../../../common/problem_details';
import { isRecord } from '../../../../../common/values/json';
import type { ArmError } from './error_response';
import { shownName } from '../../without_secrets';

type Detail = Record<string, string | number>;

const number = '(-?\\d+(?:\\.\\d+)?)';

/** Values that ARM has only in its message. If the message changes, only the value is lost. */
const patterns: {
  [Code in keyof ProblemDetails]?: Partial<Record<keyof ProblemDetails[Code], RegExp>>;
} = {
  insufficient_quota: {
    needed: new RegExp(`requires? ${number} new capacity`, 'i'),
    free: new RegExp(`available capacity ${number}`, 'i'),
    used: new RegExp(`quota usage is ${number}`, 'i'),
    limit: new RegExp(`quota limit is ${number}`, 'i'),
  },
  authorization_failed: {
    principal: /object id '([^']+)'/i,
    action: /perform action '([^']+)'/i,
    scope: /over scope '([^']+)'/i,
  },
  deny_assignment: {
    action: /perform action '([^']+)'/i,
    name: /deny assignment with name '([^']+)'/i,
  },
  token_wrong_tenant: { tenant: /must match .*?tenants? 'https:\/\/[^/']+\/([^/']+)/i },
  provider_not_registered: { namespace: /namespace '([^']+)'/i },
  resource_group_location_conflict: {
    location: /(?:existing resource group location|already exists in location) '([^']+)'/i,
  },
  account_location_conflict: { location: /already exists in location '([^']+)'/i },
};

const text = (value: unknown): string[] =>
  typeof value === 'string' && value ? [shownName(value)] : [];

/** Maximum number of policies named in one sentence. */
const maximumNames = 5;

/** Ids of nested resources have about 300 characters. */
const longestValue = 500;

/** Names of the denying policies and their assignments. */
function policyDetail({ additionalInfo }: ArmError): Detail {
  const infos = additionalInfo
    .filter(isRecord)
    .map(({ info }) => info)
    .filter(isRecord)
    .slice(0, maximumNames);
  const first = (...names: string[]) =>
    infos.flatMap((info) => names.flatMap((name) => text(info[name])).slice(0, 1)).join(', ');
  const policy = first('policyDefinitionDisplayName', 'policyDefinitionName');
  const assignment = first('policyAssignmentDisplayName', 'policyAssignmentName');
  return { ...(policy && { policy }), ...(assignment && { assignment }) };
}

/** Values for the texts, from ARM's response. They never determine the code of the problem. */
export function armDetail(code: ProblemCode, error: ArmError): Detail {
  if (code === 'policy_denied') return policyDetail(error);
  const detail: Detail = {};
  const patternsOfCode = own<Readonly<Partial<Record<string, RegExp>>>>(patterns, code) ?? {};
  for (const [name, pattern] of Object.entries(patternsOfCode)) {
    const value = pattern?.exec(error.message ?? '')?.[1]?.slice(0, longestValue);
    if (value !== undefined) detail[name] = code === 'insufficient_quota' ? Number(value) : value;
  }
  return detail;
}
