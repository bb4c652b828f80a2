import type { Problem, ProblemCode } from '../../../../common/problem';

/** What a verb of the port was about, by the names of its parameters. */
export interface Target {
  subscriptionId?: string;
  resourceGroup?: string;
  accountName?: string;
  customSubDomainName?: string;
  location?: string;
  modelName?: string;
  deploymentType?: string;
}

type Names = Readonly<Record<string, keyof Target>>;

const group: Names = { name: 'resourceGroup' };
const place: Names = { location: 'location' };
const account: Names = { name: 'accountName', resourceGroup: 'resourceGroup', ...place };
const model: Names = { model: 'modelName', ...place };

/** Values for the words of a problem that the question itself contains. */
const namesByCode: Partial<Record<ProblemCode, Names>> = {
  subscription_not_found: { subscriptionId: 'subscriptionId' },
  subscription_disabled: { subscriptionId: 'subscriptionId' },
  provider_not_registered: { subscriptionId: 'subscriptionId' },
  resource_group_not_found: group,
  resource_group_deleting: group,
  resource_group_location_conflict: group,
  scope_locked: { resourceGroup: 'resourceGroup' },
  region_closed: place,
  location_not_available: place,
  resource_not_found: { name: 'accountName' },
  account_location_conflict: { name: 'accountName' },
  account_soft_deleted: account,
  account_busy: account,
  keys_disabled: account,
  subdomain_taken: { name: 'customSubDomainName' },
  model_not_offered: model,
  model_deprecating: model,
  model_deprecated: model,
  model_access_required: model,
  deployment_type_not_supported: { deploymentType: 'deploymentType' },
};

/** The problem, with what the verb's own parameters can tell about it. */
export function withKnownDetail(problem: Problem, target: Target): Problem {
  const detail: Record<string, string | number> = {};
  for (const [name, parameter] of Object.entries(namesByCode[problem.code] ?? {})) {
    const value = target[parameter];
    if (value !== undefined) detail[name] = value;
  }
  const all = { ...detail, ...problem.detail };
  return Object.keys(all).length > 0 ? { ...problem, detail: all } : problem;
}
