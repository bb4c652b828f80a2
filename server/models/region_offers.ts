import { SetupError } from '../../common/problem';
import type { ModelOption } from '../../common/options';
import type { AccountKind } from '../../common/setup_request';
import type { Azure, Usage } from '../azure/azure';
import { toModelOption } from './model_advice';

export interface RegionOffers {
  models: ModelOption[];
  /** True when quota is readable only for somebody with rights on the whole subscription. */
  quotaUnreadable: boolean;
}

/** Quota rows, or undefined when this person may not read them. */
async function readableUsages(azure: Azure, subscriptionId: string, location: string) {
  try {
    return await azure.usages(subscriptionId, location);
  } catch (error) {
    if (error instanceof SetupError && error.problem.code === 'authorization_failed') {
      return undefined;
    }
    throw error;
  }
}

/** What a region offers to one kind of account, with free quota. Two calls, at the same time. */
export async function regionOffers(
  azure: Azure,
  where: { subscriptionId: string; location: string; kind: AccountKind },
  now: Date,
): Promise<RegionOffers> {
  const { subscriptionId, location, kind } = where;
  const [offered, usages]: [Awaited<ReturnType<Azure['models']>>, Usage[] | undefined] =
    await Promise.all([
      azure.models(subscriptionId, location),
      readableUsages(azure, subscriptionId, location),
    ]);
  const models = offered
    .filter((model) => model.kind === kind)
    .flatMap((model) => toModelOption(model, location, usages, now) ?? []);
  return { models, quotaUnreadable: usages === undefined };
}
