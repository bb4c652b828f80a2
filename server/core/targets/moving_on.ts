import type { AzureConnector, MovingOn, ConnectorUses } from '../../../common/moving_on';
import {
  movingOnReason,
  targetChoice,
  type KibanaTargetFacts,
} from '../../../common/targets/target_choice';
import { clouds } from '../azure/clouds';
import { deploymentAt, isSameDeployed, type DeployedModel } from '../azure/deployment_url';
import { readTargetFacts } from './target_facts';
import type { ExistingTarget, Targets } from './target';

interface ListingContext {
  targets: Targets;
  kibanaVersion: string;
  /** Reads what the settings of the space say about the connector of an id. */
  readUses(): Promise<(id: string) => ConnectorUses>;
  /** Ids of the person's setups: a connector of one has its id. */
  readSetups(): Promise<ReadonlySet<string>>;
}

interface Deployed {
  target: ExistingTarget;
  model: DeployedModel;
}

const deployedOf = (targets: readonly ExistingTarget[]): Deployed[] =>
  targets.flatMap((target) => {
    const model = deploymentAt(target.url ?? '');
    return model ? [{ target, model }] : [];
  });

/** The model and the network of the resource are known after the sign-in only: the plan judges them. */
const refusalsOf = ({ cloud, host, subdomain }: DeployedModel, facts: KibanaTargetFacts) => {
  const { openAi } = clouds[cloud];
  const { refusals } = targetChoice({
    ...{ ...facts, cloud, modelName: '', authentication: 'api_key', networkAccess: 'all' },
    endpointHost: subdomain === undefined ? host : `${subdomain}.${openAi}`,
    openAiSuffix: openAi,
  });
  return [...refusals.inference_endpoint];
};

/** The connectors of the space to Azure OpenAI, where the assistants of this Kibana use inference endpoints. */
export async function movingOn(context: ListingContext): Promise<MovingOn> {
  const { targets, kibanaVersion, readUses, readSetups } = context;
  const reason = movingOnReason(kibanaVersion);
  if (!reason) return { connectors: [] };
  const connectors = deployedOf(await targets.connector.list());
  if (connectors.length === 0) return { reason, connectors: [] };
  const [facts, endpoints, usesOf, setups] = await Promise.all([
    readTargetFacts(targets, kibanaVersion),
    targets.inference_endpoint.list().then(deployedOf),
    readUses(),
    readSetups(),
  ]);
  const listed = connectors.map(({ target, model }): AzureConnector => {
    const { id, name, isPreconfigured = false, references } = target;
    const { host, deploymentName } = model;
    return {
      ...{ id, name, host, deploymentName, isPreconfigured },
      isOfSetup: setups.has(id),
      endpointIds: endpoints
        .filter((endpoint) => isSameDeployed(endpoint.model, model))
        .map((endpoint) => endpoint.target.id),
      refusals: refusalsOf(model, facts),
      uses: { ...usesOf(id), ...(references !== undefined && { references }) },
    };
  });
  return { reason, connectors: listed };
}
