import * as v from 'valibot';
import { fitCapacity, tokenLevels } from '../../common/capacity';
import { SetupError } from '../../common/problem';
import type {
  Fixed,
  Reason,
  ReasonCode,
  Recommendation,
  RecommendedField,
  UseCase,
} from '../../common/recommendation';
import { setupRequestSchema, type SetupRequest } from '../../common/setup_request';
import type { Azure, Subscription } from '../azure/azure';
import type { Connectors } from '../connectors/connectors';
import { bestCandidate } from './best_candidate';
import { freeTokens, type Candidate } from './candidates';
import { freeAccountName, freeConnectorName, homeGroup } from './names';

export interface RecommendationContext {
  azure: Azure;
  connectors: Connectors;
  useCase: UseCase;
  fixed: Fixed;
  kibanaVersion: string;
  now: Date;
}

type Choice<T> = [value: T, code: ReasonCode, detail?: Reason['detail']];
type Choices = { [Field in RecommendedField]-?: Choice<NonNullable<SetupRequest[Field]>> };

const isUsable = ({ state }: Subscription) => state !== 'Disabled' && state !== 'Deleted';

async function chooseSubscription(azure: Azure): Promise<Choice<string>> {
  const all = await azure.subscriptions();
  const usable = all.filter(isUsable);
  const [first] = usable.length > 0 ? usable : all;
  if (!first) throw new SetupError({ code: 'no_subscription' });
  const code = all.length === 1 ? 'only_subscription' : 'first_usable_subscription';
  return [first.subscriptionId, code, { name: first.displayName }];
}

/** The most that helps without taking everybody's quota. */
function chooseCapacity(candidate: Candidate): Choice<number> {
  const { minimum, tokensPerUnit, default: usual = minimum } = candidate.type;
  const tokens = freeTokens(candidate);
  if (tokens === undefined) return [usual, 'model_default_quota', { units: usual }];
  const units = Math.floor(Math.min(tokens, tokenLevels.ideal) / tokensPerUnit);
  const capacity = fitCapacity(candidate.type, units) || minimum;
  const detail = { tokens: capacity * tokensPerUnit };
  return [capacity, tokens >= tokenLevels.ideal ? 'ideal_quota' : 'all_free_quota', detail];
}

const displayModel = (name: string) => name.replace(/^gpt/, 'GPT');

/** A complete request, every value with its reason; what the person fixed stays. */
export async function recommend(context: RecommendationContext): Promise<Recommendation> {
  const { azure, connectors, useCase, fixed, kibanaVersion, now } = context;
  const subscription: Choice<string> = fixed.subscriptionId
    ? [fixed.subscriptionId, 'chosen_by_you']
    : await chooseSubscription(azure);
  const [subscriptionId] = subscription;
  const kind = fixed.kind ?? 'OpenAI';

  const [best, group, account, connectorsHere] = await Promise.all([
    bestCandidate({ azure, subscriptionId, kind, useCase, fixed, kibanaVersion, now }),
    homeGroup(azure, subscriptionId),
    freeAccountName(azure, subscriptionId, kind),
    connectors.list(),
  ]);
  const { model, type } = best.candidate;
  const connector = `Azure OpenAI - ${displayModel(model.modelName)}`;
  const near = type.deploymentType === 'Standard' ? 'data_stays_in_region' : 'most_quota';
  const room = { model: model.modelName, regions: best.regionsLooked };

  return answer(model, fixed, {
    subscriptionId: subscription,
    resourceGroup: group,
    location: [model.location, 'room_for_model', room],
    accountName: [account, 'free_name'],
    customSubDomainName: [account, 'names_endpoint'],
    kind: [kind, 'widest_choice_of_models'],
    skuName: ['S0', 'only_tier'],
    networkAccess: ['all', 'reachable_by_kibana'],
    ipRules: [[], 'no_address_rules'],
    tags: [{}, 'no_tags'],
    modelName: [model.modelName, best.reason, best.detail],
    modelVersion: [
      model.modelVersion,
      model.isDefaultVersion ? 'default_version' : 'newest_version',
    ],
    deploymentType: [type.deploymentType, near],
    deploymentName: [model.modelName, 'named_after_model'],
    capacity: chooseCapacity(best.candidate),
    versionUpgradeOption: ['OnceNewDefaultVersionAvailable', 'stays_supported'],
    connectorName: [freeConnectorName(connector, connectorsHere), 'named_after_model'],
  });
}

const recommended = v.keyof(v.omit(setupRequestSchema, ['onDeletedAccount']));
const isComplete = (reasons: unknown): boolean =>
  v.is(v.looseObject({}), reasons) && recommended.options.every((field) => field in reasons);
const reasonsSchema = v.custom<Recommendation['reasons']>(isComplete);

function answer(model: Candidate['model'], fixed: Fixed, choices: Choices): Recommendation {
  const entries = Object.entries(choices);
  const values = Object.fromEntries(entries.map(([field, [value]]) => [field, value]));
  const reasons = entries.map(([field, [, code, detail]]): [string, Reason] =>
    field in fixed
      ? [field, { code: 'chosen_by_you' }]
      : [field, detail === undefined ? { code } : { code, detail }],
  );
  return {
    request: v.parse(setupRequestSchema, { ...values, ...fixed }),
    reasons: v.parse(reasonsSchema, Object.fromEntries(reasons)),
    model,
  };
}
