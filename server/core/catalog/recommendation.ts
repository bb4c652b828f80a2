import * as v from 'valibot';
import { adoptedAccount, adoptedDeployment, type AdoptedAccount } from '../../../common/adoption';
import { freeTokens, recommendedCapacity } from '../../../common/capacity';
import { SetupError, unlessSetupError } from '../../../common/problem';
import type {
  Fixed,
  Reason,
  ReasonCode,
  Recommendation,
  UseCase,
} from '../../../common/recommendation';
import { endpointUrl } from '../../../common/endpoint';
import { hostOf } from '../../../common/host_of';
import type { Cloud } from '../../../common/sign_in';
import {
  targetChoice,
  type KibanaTargetFacts,
  type TargetAdvice,
} from '../../../common/target_choice';
import { defaultAuthentication, defaultTarget } from '../../../common/targets';
import { setupRequestSchema, type SetupRequest } from '../../../common/setup_request';
import type { Account, Azure } from '../azure/azure';
import type { Targets } from '../targets/target';
import { acceptsWrites } from './accepts_writes';
import { bestCandidate, type Best, type Search } from './best_candidate';
import { hasRoom } from './candidates';
import {
  targetNameFor,
  deploymentNameFor,
  freeAccountName,
  freeTargetName,
  chooseResourceGroup,
} from '../naming/names';
import { accountWithPermissions } from '../permissions/permissions';
import { isRefused } from '../permissions/unless_refused';
import { modelOf, settledDeployment, type SettledDeployment } from './settled_deployment';
import { toModelOption, type RegionModel } from './region_model';

export interface RecommendationContext {
  azure: Azure;
  targets: Targets;
  useCase: UseCase;
  fixed: Fixed;
  cloud: Cloud;
  targetFacts: KibanaTargetFacts;
  kibanaVersion: string;
  now: Date;
}

type Values = Omit<SetupRequest, 'onDeletedAccount' | 'applicationId'>;
type Reasons = Recommendation['reasons'];

/** A value with the reason for it. */
type Choice<T> = [value: T, code: ReasonCode, detail?: Reason['detail']];

const reasonOf = ([, code, detail]: Choice<unknown>): Reason =>
  detail === undefined ? { code } : { code, detail };

async function chooseSubscription(azure: Azure): Promise<Choice<string>> {
  const all = await azure.subscriptions();
  const usable = all.filter(acceptsWrites);
  const [first] = usable.length > 0 ? usable : all;
  if (!first) throw new SetupError({ code: 'no_subscription' });
  const code = all.length === 1 ? 'only_subscription' : 'first_usable_subscription';
  return [first.subscriptionId, code, { name: first.displayName }];
}

/** Without permissions at the subscription, a person can see accounts of the other kind only. */
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

/** An account for a person who sees models through accounts only, unless another one is fixed. */
async function accountFor(
  { candidate, through }: Best,
  { azure, fixed }: RecommendationContext,
  subscriptionId: string,
): Promise<Account | undefined> {
  if (through.length === 0) return undefined;
  const fits = ({ location, kind, accountName, resourceGroup }: Account) =>
    location === candidate.model.location &&
    kind === candidate.model.kind &&
    (fixed.accountName ?? accountName) === accountName &&
    (fixed.resourceGroup ?? resourceGroup) === resourceGroup;
  const accounts = (await azure.accounts(subscriptionId)).filter(fits);
  return accountWithPermissions(azure, subscriptionId, accounts);
}

const byPerson: Reason = { code: 'chosen_by_you' };
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

/** Quota that is unreadable or used up is no reason for a region or a deployment type. */
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

/** The target that suits this Kibana, the person and the values. */
function adviceFor(
  { azure, cloud, targetFacts }: RecommendationContext,
  { modelName, authentication, networkAccess, customSubDomainName }: Values,
): TargetAdvice {
  const url = customSubDomainName && endpointUrl(customSubDomainName, azure.openAiSuffix);
  return targetChoice({
    ...{ ...targetFacts, cloud, modelName, authentication, networkAccess },
    endpointHost: url && hostOf(url),
  });
}

/** A complete request, every value with its reason; what the person fixed stays. */
export async function recommend(context: RecommendationContext): Promise<Recommendation> {
  const { azure, targets, fixed } = context;
  const subscription: Choice<string> = fixed.subscriptionId
    ? [fixed.subscriptionId, 'chosen_by_you']
    : await chooseSubscription(azure);
  const [subscriptionId] = subscription;

  const [chosen, group, accountName, existingTargets] = await Promise.all([
    chooseModel(context, subscriptionId),
    chooseResourceGroup(azure, subscriptionId),
    freeAccountName(azure, subscriptionId, fixed.kind ?? 'OpenAI'),
    targets.connector.list(),
  ]);
  const { model } = chosen;
  const values: Values = {
    subscriptionId,
    resourceGroup: group[0],
    accountName,
    customSubDomainName: accountName,
    networkAccess: 'all',
    ipRules: [],
    tags: {},
    versionUpgradeOption: 'OnceNewDefaultVersionAvailable',
    target: defaultTarget,
    authentication: defaultAuthentication,
    targetName: freeTargetName(targetNameFor(model.modelName), existingTargets),
    ...chosen.values,
  };
  const advice = adviceFor(context, { ...values, ...fixed });
  const reasons: Reasons = {
    subscriptionId: reasonOf(subscription),
    resourceGroup: reasonOf(group),
    accountName: { code: 'free_name' },
    customSubDomainName: { code: 'names_endpoint' },
    networkAccess: { code: 'reachable_by_kibana' },
    ipRules: { code: 'no_address_rules' },
    tags: { code: 'no_tags' },
    versionUpgradeOption: { code: 'stays_supported' },
    target: { code: advice.reasons[0] },
    authentication: { code: 'needs_no_application' },
    targetName: { code: 'named_after_model' },
    ...chosen.reasons,
  };
  const request = v.safeParse(setupRequestSchema, {
    ...{ ...values, target: advice.preselected },
    ...fixed,
  });
  // A value of Azure's lists that goes beyond every bound: nothing can be set up with it.
  if (!request.success) throw new SetupError({ code: 'azure_error' });
  const fixedReasons = Object.fromEntries(
    Object.keys(fixed).flatMap((field) => (field in reasons ? [[field, byPerson]] : [])),
  );
  return {
    request: request.output,
    reasons: { ...reasons, ...fixedReasons },
    model: toModelOption(model),
  };
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

async function chooseModel(
  context: RecommendationContext,
  subscriptionId: string,
): Promise<ModelChoice> {
  const { azure, useCase, fixed, kibanaVersion, now } = context;
  const settled = await settledDeployment(azure, subscriptionId, fixed);
  if (settled) {
    const model = await modelOf(azure, subscriptionId, settled, { kibanaVersion, now });
    return { model, ...reusing(settled) };
  }
  const best = await bestOfKind({ azure, subscriptionId, useCase, fixed, kibanaVersion, now });
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
      ...(account && adoptedAccount(account)),
    },
    reasons: {
      ...placeReasons(best),
      kind: { code: 'widest_choice_of_models' },
      modelName: reasonOf([modelName, best.reason, best.detail]),
      modelVersion: { code: isDefaultVersion ? 'default_version' : 'newest_version' },
      deploymentName: { code: 'named_after_model' },
      capacity: reason,
      ...(account && adoptionReasons),
    },
  };
}

/** An existing deployment that the person chose is used as it is, regardless of the region's offers. */
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
