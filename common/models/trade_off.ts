import { freeTokens } from './capacity';
import { dataNearness } from './deployment_types';
import type { ModelDrawback } from '../options';
import type { DeploymentType } from '../setup_request';

/** A deployment type with a larger data processing area, and its factor of available quota. */
export interface TradeOff {
  deploymentType: DeploymentType;
  /** A whole number, 2 or more. */
  timesTheQuota: number;
}

interface TypeOfModel {
  deploymentType: DeploymentType;
  free?: number;
  tokensPerUnit: number;
  drawbacks: readonly ModelDrawback[];
}

/**
 * The alternative to nearby data processing: of the model's types in the region, the one with a larger area and the
 * most available quota. Undefined if none has at least twice the quota of the chosen type, or if that quota is unknown
 * or used up.
 */
export function tradeOffOf(
  types: readonly TypeOfModel[],
  chosen: DeploymentType,
): TradeOff | undefined {
  const own = types.find(({ deploymentType }) => deploymentType === chosen);
  const ownTokens = own && freeTokens(own);
  if (!own || !ownTokens) return undefined;
  const farther = types
    .filter(({ deploymentType }) => dataNearness[deploymentType] < dataNearness[chosen])
    // Drawbacks of the farther type would be a cost of their own.
    .filter(({ drawbacks }) => drawbacks.every((drawback) => own.drawbacks.includes(drawback)))
    .map((type) => ({ type, tokens: freeTokens(type) ?? 0 }))
    .sort(
      (a, b) =>
        b.tokens - a.tokens ||
        dataNearness[b.type.deploymentType] - dataNearness[a.type.deploymentType],
    );
  const [most] = farther;
  if (!most || most.tokens < 2 * ownTokens) return undefined;
  const { deploymentType } = most.type;
  return { deploymentType, timesTheQuota: Math.round(most.tokens / ownTokens) };
}
