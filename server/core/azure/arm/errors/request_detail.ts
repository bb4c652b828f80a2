import { own } from '../../../../../common/values/own';
import { withDetail, type Problem } from '../../../../../common/problem';
import type { ProblemDetails } from '../../../../../common/problem_details';

/** The parameters of a port call that problems can mention. */
export interface Target {
  subscriptionId?: string;
  resourceGroup?: string;
  accountName?: string;
  customSubDomainName?: string;
  location?: string;
  modelName?: string;
  deploymentType?: string;
}

type Names = {
  [Code in keyof ProblemDetails]?: Partial<Record<keyof ProblemDetails[Code], keyof Target>>;
};

const group = { name: 'resourceGroup' } as const;
const place = { location: 'location' } as const;
const account = { name: 'accountName', resourceGroup: 'resourceGroup', ...place } as const;
const model = { model: 'modelName', ...place } as const;

/** Adds values from the call's parameters, by problem code. */
const namesByCode: Names = {
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

/** The problem with details from the verb's parameters. */
export function withRequestDetail(problem: Problem, target: Target): Problem {
  const names = own<Readonly<Partial<Record<string, keyof Target>>>>(namesByCode, problem.code);
  const detail: Record<string, string | undefined> = {};
  for (const [name, parameter] of Object.entries(names ?? {})) {
    if (parameter) detail[name] = target[parameter];
  }
  return withDetail(problem, { ...detail, ...problem.detail });
}
