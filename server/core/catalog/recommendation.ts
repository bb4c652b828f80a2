import * as v from 'valibot';
import { SetupError } from '../../../common/problem';
import type { Recommendation } from '../../../common/recommendation';
import { keylessRefusal } from '../../../common/targets/keyless_refusal';
import {
  targetAdvice,
  targetToJudgeBy,
  type KibanaTargetFacts,
} from '../../../common/targets/target_choice';
import { defaultAuthentication, defaultTarget } from '../../../common/targets/targets';
import { setupRequestSchema } from '../../../common/setup_request';
import type { Azure } from '../azure/azure';
import type { Targets } from '../targets/target';
import { acceptsWrites } from './accepts_writes';
import {
  targetNameFor,
  freeAccountName,
  freeTargetName,
  chooseResourceGroup,
} from '../naming/names';
import {
  byPerson,
  chooseModel,
  reasonOf,
  type Choice,
  type ModelContext,
  type Reasons,
  type Values,
} from './chosen_model';
import { toModelOption } from './region_model';

export interface RecommendationContext extends Omit<ModelContext, 'canGoKeyless' | 'target'> {
  targets: Targets;
  targetFacts: KibanaTargetFacts;
}

async function chooseSubscription(azure: Azure): Promise<Choice<string>> {
  const all = await azure.subscriptions();
  const usable = all.filter(acceptsWrites);
  const [first] = usable.length > 0 ? usable : all;
  if (!first) throw new SetupError({ code: 'no_subscription' });
  const code = all.length === 1 ? 'only_subscription' : 'first_usable_subscription';
  return [first.subscriptionId, code, { name: first.displayName }];
}

/** A complete request with the reason for each value; keeps the person's values. */
export async function recommend(context: RecommendationContext): Promise<Recommendation> {
  const { azure, targets, fixed, targetFacts } = context;
  const canGoKeyless = keylessRefusal({ ...targetFacts, cloud: azure.cloud }) === undefined;
  const target = targetToJudgeBy(targetFacts, fixed);
  const subscription: Choice<string> = fixed.subscriptionId
    ? [fixed.subscriptionId, 'chosen_by_you']
    : await chooseSubscription(azure);
  const [subscriptionId] = subscription;

  const [chosen, group, accountName, existingTargets] = await Promise.all([
    chooseModel({ ...context, target, canGoKeyless }, subscriptionId),
    chooseResourceGroup(azure, subscriptionId, fixed.authentication === 'entra_id'),
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
    targetName: freeTargetName(targetNameFor(model.modelName), existingTargets ?? []),
    ...chosen.values,
  };
  const advice = targetAdvice(targetFacts, azure, { ...values, ...fixed });
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
  // A value from Azure's lists exceeds the limits, so setup is not possible.
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
