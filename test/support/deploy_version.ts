import { aDeployment, aGroup, anAccount } from '../azure';
import type { AzureInProcess } from './azure_in_process';

/** Adds an account that deploys a version of a model. */
export function deployVersion(
  { world }: AzureInProcess,
  modelName: string,
  modelVersion: string,
): void {
  const deployments = [aDeployment('chat', [modelName, modelVersion], ['GlobalStandard', 10])];
  world.groups.push(aGroup('rg-old', 'eastus2'));
  world.accounts.push(anAccount('old-openai', 'rg-old', { deployments }));
}
