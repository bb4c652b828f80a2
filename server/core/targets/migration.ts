import type { AzureConnector, ConnectorUses, Migration } from '../../../common/migration';
import {
  migrationLimits,
  migrationReason,
  type KibanaTargetFacts,
} from '../../../common/targets/target_choice';
import { deploymentAt, isSameDeployed, type DeployedModel } from '../azure/deployment_url';
import { addressOf, refusalsOf } from './connector_address';
import { readTargetFacts } from './target_facts';
import type { ExistingTarget, Targets } from './target';

interface ListingContext {
  targets: Targets;
  kibanaVersion: string;
  /** Reads the space's settings that refer to a connector id. */
  readUses(): Promise<(id: string) => ConnectorUses>;
}

interface Endpoint {
  id: string;
  model: DeployedModel;
}

const readEndpoints = async ({ inference_endpoint: target }: Targets): Promise<Endpoint[]> =>
  ((await target.list()) ?? []).flatMap(({ id, url = '' }) => {
    const model = deploymentAt(url);
    return model ? [{ id, model }] : [];
  });

/**
 * The deployment that a connector calls, and the endpoints for it, or why there should be none. Deployments usually
 * have the name of their model, which a connector need not have.
 */
function standingOf(
  connector: ExistingTarget,
  facts: KibanaTargetFacts,
  endpoints: readonly Endpoint[],
): Pick<AzureConnector, 'host' | 'deploymentName' | 'endpointIds' | 'refusals'> | undefined {
  const address = addressOf(connector);
  if (!address) return undefined;
  if ('refusal' in address) {
    return { host: address.host, endpointIds: [], refusals: [address.refusal] };
  }
  const { host, deploymentName } = address;
  const same = endpoints.filter(({ model }) => isSameDeployed(model, address));
  return {
    ...{ host, deploymentName },
    endpointIds: same.map(({ id }) => id),
    refusals: [
      ...refusalsOf(address, facts),
      ...migrationLimits(facts.kibanaVersion, connector.model ?? deploymentName),
    ],
  };
}

/** The space's connectors to Azure OpenAI, if the assistants of this Kibana support inference endpoints. */
export async function migration(context: ListingContext): Promise<Migration> {
  const { targets, kibanaVersion, readUses } = context;
  const reason = migrationReason(kibanaVersion);
  if (!reason) return { connectors: [] };
  const connectors = (await targets.connector.list())?.filter(addressOf);
  if (!connectors?.length) return { reason, connectors: [] };
  const [facts, endpoints, usesOf] = await Promise.all([
    readTargetFacts(targets, kibanaVersion),
    readEndpoints(targets),
    readUses(),
  ]);
  const listed = connectors.flatMap((connector): AzureConnector[] => {
    const standing = standingOf(connector, facts, endpoints);
    const { id, name, isPreconfigured = false, references } = connector;
    const uses = { ...usesOf(id), ...(references !== undefined && { references }) };
    return standing ? [{ id, name, ...standing, isPreconfigured, uses }] : [];
  });
  return { reason, connectors: listed };
}
