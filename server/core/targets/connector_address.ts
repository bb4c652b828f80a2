import { hostOf } from '../../../common/values/host_of';
import { targetChoice, type KibanaTargetFacts } from '../../../common/targets/target_choice';
import type { TargetReason } from '../../../common/targets/target_reasons';
import { clouds } from '../azure/clouds';
import { deploymentAt, placeOf, type DeployedModel } from '../azure/deployment_url';
import type { ExistingTarget } from './target';

interface Unknown {
  host: string;
  refusal: TargetReason;
}

/** The deployment that a connector calls, or why it is unknown; undefined if it does not call Azure OpenAI. */
export function addressOf(connector: ExistingTarget): DeployedModel | Unknown | undefined {
  const { url = '', model, isForAzure } = connector;
  const deployed = deploymentAt(url, model);
  if (deployed) return deployed;
  const host = hostOf(url);
  // A gateway, such as API Management, or a custom host.
  if (!placeOf(url)) return isForAzure ? { host, refusal: 'connector_host_unknown' } : undefined;
  return { host, refusal: 'connector_deployment_unknown' };
}

/**
 * Why an endpoint for the deployment is not possible. The plan checks the model, the network and the account of a
 * regional host, which need a sign-in.
 */
export function refusalsOf(
  { cloud, subdomain }: DeployedModel,
  facts: KibanaTargetFacts,
): TargetReason[] {
  const { openAi } = clouds[cloud];
  const { refusals } = targetChoice({
    ...{ ...facts, cloud, modelName: '', authentication: 'api_key', networkAccess: 'all' },
    ...(subdomain !== undefined && { endpointHost: `${subdomain}.${openAi}` }),
    openAiSuffix: openAi,
  });
  return [...refusals.inference_endpoint];
}
