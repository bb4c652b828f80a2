import { findModel } from '../../../catalogue/lookup';
import { nowOf, type SimulatorState } from '../../../state';
import type { SimAccount, SimDeployment } from '../../../worlds/world';
import { accountId } from '../../call';

type DeploymentState = 'Accepted' | 'Creating' | 'Succeeded' | 'Failed' | 'Disabled';

/** Provisioning state of a deployment: the first half of a slow creation is `Accepted`. */
export function deploymentState(state: SimulatorState, deployment: SimDeployment): DeploymentState {
  if (deployment.fixedState) return deployment.fixedState;
  const now = nowOf(state);
  if (now >= deployment.readyAt) return deployment.failure ? 'Failed' : 'Succeeded';
  return now < (deployment.createdAt + deployment.readyAt) / 2 ? 'Accepted' : 'Creating';
}

const offerOf = ({ model, sku }: SimDeployment) =>
  findModel(model)?.offers.find((offer) => offer.sku === sku.name);

/** Rate limits of the deployment: capacity times the limit per unit. */
export function rateLimitsOf(deployment: SimDeployment) {
  const offer = offerOf(deployment);
  if (!offer) return [];
  const { capacity } = deployment.sku;
  return [
    {
      key: 'request',
      renewalPeriod: offer.requests.renewalPeriod,
      count: offer.requests.count * capacity,
    },
    {
      key: 'token',
      renewalPeriod: offer.tokens.renewalPeriod,
      count: offer.tokens.count * capacity,
    },
  ];
}

/** The deployment as ARM shows it; `shown` overrides the state, for the answer of its creation. */
export function deploymentJson(
  state: SimulatorState,
  account: SimAccount,
  deployment: SimDeployment,
  shown?: DeploymentState,
) {
  const model = findModel(deployment.model);
  const { chatCompletion, responses, embeddings } = model?.capabilities ?? {};
  return {
    id: `${accountId(account)}/deployments/${deployment.name}`,
    type: 'Microsoft.CognitiveServices/accounts/deployments',
    name: deployment.name,
    etag: deployment.etag,
    tags: deployment.tags,
    systemData: { createdAt: new Date(deployment.createdAt).toISOString() },
    sku: deployment.sku,
    properties: {
      provisioningState: shown ?? deploymentState(state, deployment),
      model: deployment.model,
      versionUpgradeOption: deployment.versionUpgradeOption,
      currentCapacity: deployment.sku.capacity,
      raiPolicyName: deployment.raiPolicyName,
      capabilities: {
        ...(chatCompletion ? { chatCompletion } : {}),
        ...(responses ? { responses } : {}),
        ...(embeddings ? { embeddings } : {}),
      },
      rateLimits: rateLimitsOf(deployment),
    },
  };
}
