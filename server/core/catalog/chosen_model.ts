import {
  adoptedAccount,
  adoptedDeployment,
  type AdoptedAccount,
} from '../../../common/azure/adoption';
import { freeTokens, recommendedCapacity } from '../../../common/models/capacity';
import { unlessSetupError } from '../../../common/problem';
import type {
  Fixed,
  Reason,
  ReasonCode,
  Recommendation,
  UseCase,
} from '../../../common/recommendation';
import type { SetupRequest } from '../../../common/setup_request';
import type { Account, Azure } from '../azure/azure';
import { deploymentNameFor } from '../naming/names';
import { accountWithPermissions } from '../permissions/permissions';
import { isRefused } from '../permissions/unless_refused';
import { bestCandidate, type Best, type Search } from './best_candidate';
import { hasRoom } from './candidates';
import type { Judging } from './model_advice';
import type { RegionModel } from './region_model';
import { modelOf, settledDeployment, type SettledDeployment } from './settled_deployment';

export interface ModelContext extends Judging {
  azure: Azure;
  useCase: UseCase;
  fixed: Fixed;
  /** True where a target can do without keys. */
  canGoKeyless: boolean;
}

export type Values = Omit<SetupRequest, 'onDeletedAccount' | 'applicationId'>;
export type Reasons = Recommendation['reasons'];

/** A value and its reason. */
export type Choice<T> = [value: T, code: ReasonCode, detail?: Reason['detail']];

export const reasonOf = ([, code, detail]: Choice<unknown>): Reason =>
  detail === undefined ? { code } : { code, detail };

export const byPerson: Reason = { code: 'chosen_by_you' };
const fromAccount: Reason = { code: 'existing_account' };

const adoptionReasons: Record<keyof AdoptedAccount, Reason> = {
  resourceGroup: { code: 'existing_resource_group' },
  location: fromAccount,
  accountName: fromAccount,
  customSubDomainName: fromAccount,
  kind: fromAccount,
  networkAccess: fromAccount,
};

/** True if no other type of the model has as much free quota in the region. */
const hasMostQuota = ({ model, type }: Best['candidate']): boolean =>
  model.deploymentTypes.every(
    (other) => other === type || (freeTokens(other) ?? 0) < (freeTokens(type) ?? 0),
  );

function typeReason(candidate: Best['candidate']): ReasonCode {
  const { deploymentType, free } = candidate.type;
  if (deploymentType === 'Standard') return 'data_stays_in_region';
  if (free === undefined) return 'nearest_type';
  if (!hasRoom(candidate)) return 'no_quota_here';
  return hasMostQuota(candidate) ? 'most_quota' : 'nearest_with_quota';
}

/** The reasons for region and deployment type, depending on the quota. */
function placeReasons({
  candidate,
  regionsLooked,
}: Best): Pick<Reasons, 'location' | 'deploymentType'> {
  const { model, type } = candidate;
  const detail = { model: model.modelName, regions: regionsLooked };
  const code = hasRoom(candidate) ? 'room_for_model' : 'no_quota_here';
  return {
    location: { code: type.free === undefined ? 'model_offered' : code, detail },
    deploymentType: { code: typeReason(candidate) },
  };
}

/** Without permissions at the subscription, a person might see only accounts of the other kind. */
async function bestOfKind(search: Omit<Search, 'kind'>): Promise<Best> {
  const { kind } = search.fixed;
  try {
    return await bestCandidate({ ...search, kind: kind ?? 'OpenAI' });
  } catch (error) {
    if (kind || !isRefused(error)) throw error;
    const other = await unlessSetupError(bestCandidate({ ...search, kind: 'AIServices' }));
    if (!other) throw error;
    return other;
  }
}

/** The account for a person who can read models only through accounts, unless another one is fixed. */
async function accountFor(
  { candidate, through }: Best,
  { azure, fixed, canGoKeyless }: ModelContext,
  subscriptionId: string,
): Promise<Account | undefined> {
  if (through.length === 0) return undefined;
  const fits = ({ location, kind, accountName, resourceGroup }: Account) =>
    location === candidate.model.location &&
    kind === candidate.model.kind &&
    (fixed.accountName ?? accountName) === accountName &&
    (fixed.resourceGroup ?? resourceGroup) === resourceGroup;
  const accounts = (await azure.accounts(subscriptionId)).filter(fits);
  const isKeyless = fixed.authentication === 'entra_id';
  const found = await accountWithPermissions(azure, subscriptionId, accounts, isKeyless);
  const isLast = found !== undefined || fixed.authentication !== undefined || !canGoKeyless;
  return isLast ? found : accountWithPermissions(azure, subscriptionId, accounts, true);
}

type ModelField =
  | 'location'
  | 'kind'
  | 'modelName'
  | 'modelVersion'
  | 'deploymentType'
  | 'deploymentName'
  | 'capacity';

/** The values that a model determines, with the existing account if only that account has it. */
interface ModelChoice {
  model: RegionModel;
  values: Pick<Values, ModelField> & Partial<Values>;
  reasons: Pick<Reasons, ModelField> & Partial<Reasons>;
}

export async function chooseModel(
  context: ModelContext,
  subscriptionId: string,
): Promise<ModelChoice> {
  const { azure, useCase, fixed, kibanaVersion, target, now } = context;
  const judging = { kibanaVersion, target, now };
  const settled = await settledDeployment(azure, subscriptionId, fixed);
  if (settled) {
    const model = await modelOf(azure, subscriptionId, settled, judging);
    return { model, ...reusing(settled) };
  }
  const best = await bestOfKind({ azure, subscriptionId, useCase, fixed, ...judging });
  const { model, type } = best.candidate;
  const account = await accountFor(best, context, subscriptionId);
  const { location, kind, modelName, modelVersion, isDefaultVersion } = model;
  const { capacity, reason } = recommendedCapacity(type);
  return {
    model,
    values: {
      ...{ location, kind, modelName, modelVersion, deploymentType: type.deploymentType },
      deploymentName: deploymentNameFor(modelName),
      capacity,
      ...(account && adoptedAccount(account, true)),
      ...(account?.keysDisabled && { authentication: 'entra_id' }),
    },
    reasons: {
      ...placeReasons(best),
      kind: { code: 'widest_choice_of_models' },
      modelName: reasonOf([modelName, best.reason, best.detail]),
      modelVersion: { code: isDefaultVersion ? 'default_version' : 'newest_version' },
      deploymentName: { code: 'named_after_model' },
      capacity: reason,
      ...(account && adoptionReasons),
      ...(account?.keysDisabled && { authentication: { code: 'account_without_keys' } }),
    },
  };
}

/** An existing deployment that the person chose is reused, regardless of the region's offers. */
const reusing = ({
  account: { location, kind },
  deployment,
}: SettledDeployment): Omit<ModelChoice, 'model'> => ({
  values: { location, kind, ...adoptedDeployment(deployment) },
  reasons: {
    location: fromAccount,
    kind: fromAccount,
    modelName: byPerson,
    modelVersion: byPerson,
    deploymentType: byPerson,
    deploymentName: byPerson,
    capacity: byPerson,
    ...(deployment.versionUpgradeOption && { versionUpgradeOption: byPerson }),
  },
});
