import * as v from 'valibot';
import { fitCapacity, tokenLevels } from '../../../common/capacity';
import { SetupError, unlessSetupError } from '../../../common/problem';
import type {
  Fixed,
  Reason,
  ReasonCode,
  Recommendation,
  RecommendedField,
  UseCase,
} from '../../../common/recommendation';
import { defaultTarget } from '../../../common/targets';
import { setupRequestSchema, type SetupRequest } from '../../../common/setup_request';
import type { Account, Azure } from '../azure/azure';
import type { Target } from '../targets/target';
import { acceptsWrites } from './accepts_writes';
import type { Adoptable } from './adoptable';
import { bestCandidate, type Best, type Search } from './best_candidate';
import { freeTokens, type Candidate } from './candidates';
import {
  targetNameFor,
  deploymentNameFor,
  freeAccountName,
  freeTargetName,
  homeGroup,
} from '../naming/names';
import { isRefused } from './offered_models';
import { accountWithRights } from '../permissions/permissions';
import { modelOf, settledDeployment, type SettledDeployment } from './settled_deployment';
import { toModelOption, type RegionModel } from './region_model';

export interface RecommendationContext {
  azure: Azure;
  target: Target;
  useCase: UseCase;
  fixed: Fixed;
  kibanaVersion: string;
  now: Date;
}

type Choice<T> = [value: T, code: ReasonCode, detail?: Reason['detail']];
type Choices = { [Field in RecommendedField]-?: Choice<NonNullable<SetupRequest[Field]>> };

async function chooseSubscription(azure: Azure): Promise<Choice<string>> {
  const all = await azure.subscriptions();
  const usable = all.filter(acceptsWrites);
  const [first] = usable.length > 0 ? usable : all;
  if (!first) throw new SetupError({ code: 'no_subscription' });
  const code = all.length === 1 ? 'only_subscription' : 'first_usable_subscription';
  return [first.subscriptionId, code, { name: first.displayName }];
}

/** The most that helps without taking everybody's quota. */
function chooseCapacity(candidate: Candidate): Choice<number> {
  const { minimum, tokensPerUnit } = candidate.type;
  const usual = fitCapacity(candidate.type, candidate.type.default ?? minimum) || minimum;
  const tokens = freeTokens(candidate);
  if (tokens === undefined) return [usual, 'model_default_quota', { units: usual }];
  const units = Math.floor(Math.min(tokens, tokenLevels.ideal) / tokensPerUnit);
  const capacity = fitCapacity(candidate.type, units);
  if (capacity === 0) return [minimum, 'smallest_capacity'];
  const detail = { tokens: capacity * tokensPerUnit };
  return [capacity, tokens >= tokenLevels.ideal ? 'ideal_quota' : 'all_free_quota', detail];
}

/** Accounts of the other kind may be all that somebody without rights at the subscription can look into. */
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

/** Who sees a model only through accounts gets one of those, unless they settled on another. */
async function accountFor(
  { candidate, through }: Best,
  { azure, fixed }: RecommendationContext,
  subscriptionId: string,
): Promise<Adoptable | undefined> {
  if (through.length === 0) return undefined;
  const fits = ({ location, kind, accountName, resourceGroup }: Account) =>
    location === candidate.model.location &&
    kind === candidate.model.kind &&
    (fixed.accountName ?? accountName) === accountName &&
    (fixed.resourceGroup ?? resourceGroup) === resourceGroup;
  const accounts = (await azure.accounts(subscriptionId)).filter(fits);
  return accountWithRights(azure, subscriptionId, accounts);
}

const adopting = (account: Adoptable): Partial<Choices> => ({
  resourceGroup: [account.resourceGroup, 'existing_resource_group'],
  location: [account.location, 'existing_account'],
  accountName: [account.accountName, 'existing_account'],
  customSubDomainName: [account.customSubDomainName, 'existing_account'],
  kind: [account.kind, 'existing_account'],
  networkAccess: [account.networkAccess, 'existing_account'],
});

/** Why there, and why in this type: what nobody could read is no reason. */
function placeOf({ candidate, regionsLooked }: Best): Pick<Choices, 'location' | 'deploymentType'> {
  const { model, type } = candidate;
  const isKnown = type.free !== undefined;
  const room = { model: model.modelName, regions: regionsLooked };
  const near = type.deploymentType === 'Standard' ? 'data_stays_in_region' : 'most_quota';
  return {
    location: [model.location, isKnown ? 'room_for_model' : 'model_offered', room],
    deploymentType: [type.deploymentType, isKnown || near !== 'most_quota' ? near : 'nearest_type'],
  };
}

/** A complete request, every value with its reason; what the person fixed stays. */
export async function recommend(context: RecommendationContext): Promise<Recommendation> {
  const { azure, target, fixed } = context;
  const subscription: Choice<string> = fixed.subscriptionId
    ? [fixed.subscriptionId, 'chosen_by_you']
    : await chooseSubscription(azure);
  const [subscriptionId] = subscription;

  const [{ model, choices }, group, account, existingTargets] = await Promise.all([
    chooseModel(context, subscriptionId),
    homeGroup(azure, subscriptionId),
    freeAccountName(azure, subscriptionId, fixed.kind ?? 'OpenAI'),
    target.list(),
  ]);
  const targetName = targetNameFor(model.modelName);
  return answer(model, fixed, {
    subscriptionId: subscription,
    resourceGroup: group,
    accountName: [account, 'free_name'],
    customSubDomainName: [account, 'names_endpoint'],
    networkAccess: ['all', 'reachable_by_kibana'],
    ipRules: [[], 'no_address_rules'],
    tags: [{}, 'no_tags'],
    versionUpgradeOption: ['OnceNewDefaultVersionAvailable', 'stays_supported'],
    target: [defaultTarget, 'works_in_every_version'],
    targetName: [freeTargetName(targetName, existingTargets), 'named_after_model'],
    ...choices,
  });
}

/** The values that a model determines, with the existing account if only that account has it. */
type ModelChoices = Pick<
  Choices,
  | 'location'
  | 'kind'
  | 'modelName'
  | 'modelVersion'
  | 'deploymentType'
  | 'deploymentName'
  | 'capacity'
> &
  Partial<Choices>;

async function chooseModel(
  context: RecommendationContext,
  subscriptionId: string,
): Promise<{ model: RegionModel; choices: ModelChoices }> {
  const { azure, useCase, fixed, kibanaVersion, now } = context;
  const settled = await settledDeployment(azure, subscriptionId, fixed);
  if (settled) {
    const model = await modelOf(azure, subscriptionId, settled, { kibanaVersion, now });
    return { model, choices: reusing(settled) };
  }
  const best = await bestOfKind({ azure, subscriptionId, useCase, fixed, kibanaVersion, now });
  const { model } = best.candidate;
  const adopted = await accountFor(best, context, subscriptionId);
  const choices: ModelChoices = {
    ...placeOf(best),
    kind: [model.kind, 'widest_choice_of_models'],
    modelName: [model.modelName, best.reason, best.detail],
    modelVersion: [
      model.modelVersion,
      model.isDefaultVersion ? 'default_version' : 'newest_version',
    ],
    deploymentName: [deploymentNameFor(model.modelName), 'named_after_model'],
    capacity: chooseCapacity(best.candidate),
    ...(adopted ? adopting(adopted) : {}),
  };
  return { model, choices };
}

/** An existing deployment that the person chose is used as it is, regardless of the region's offers. */
const reusing = ({ account, deployment }: SettledDeployment): ModelChoices => ({
  location: [account.location, 'existing_account'],
  kind: [account.kind, 'existing_account'],
  modelName: [deployment.modelName, 'chosen_by_you'],
  modelVersion: [deployment.modelVersion, 'chosen_by_you'],
  deploymentType: [deployment.deploymentType, 'chosen_by_you'],
  deploymentName: [deployment.deploymentName, 'chosen_by_you'],
  capacity: [deployment.capacity, 'chosen_by_you'],
});

const recommended = v.keyof(v.omit(setupRequestSchema, ['onDeletedAccount']));
const isComplete = (reasons: unknown): boolean =>
  v.is(v.looseObject({}), reasons) && recommended.options.every((field) => field in reasons);
const reasonsSchema = v.custom<Recommendation['reasons']>(isComplete);

function answer(model: RegionModel, fixed: Fixed, choices: Choices): Recommendation {
  const entries = Object.entries(choices);
  const values = Object.fromEntries(entries.map(([field, [value]]) => [field, value]));
  const reasons = entries.map(([field, [, code, detail]]): [string, Reason] =>
    field in fixed
      ? [field, { code: 'chosen_by_you' }]
      : [field, detail === undefined ? { code } : { code, detail }],
  );
  const request = v.safeParse(setupRequestSchema, { ...values, ...fixed });
  // A value of Azure's lists that goes beyond every bound: nothing can be set up with it.
  if (!request.success) throw new SetupError({ code: 'azure_error' });
  return {
    request: request.output,
    reasons: v.parse(reasonsSchema, Object.fromEntries(reasons)),
    model: toModelOption(model),
  };
}
