import { ids, type Speed, type WorldName, worlds } from '../azure';
import { azureInProcess } from './azure_in_process';
import { SetupError, type Problem } from '../../common/problem';
import type { NewAccount, NewDeployment, ProvisioningState } from '../../server/core/azure/azure';

export const location = 'eastus2';
export const otherLocation = 'swedencentral';
/** No subscription has this id. */
export const unknownId = '00000000-0000-4000-8000-000000000000';

export async function problemOf(act: Promise<unknown>): Promise<Problem> {
  const error: unknown = await act.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof SetupError) return error.problem;
  throw error instanceof Error ? error : new Error('It went well.');
}

/** Azure completes operations after some reads; a hundred means never. */
export async function eventually<T>(
  read: () => Promise<T>,
  done: (value: T) => boolean,
): Promise<T> {
  for (let reads = 0; reads < 100; reads++) {
    const value = await read();
    if (done(value)) return value;
  }
  throw new Error('It never happened.');
}

export const hasState = (state: ProvisioningState) => (resource?: { state: ProvisioningState }) =>
  resource?.state === state;

/** The adapter in a world, with the resources that most tests of it are about. */
export function adapterStage(world: WorldName = 'empty', speed: Speed = 'instant') {
  const azure = azureInProcess(worlds[world](), speed);
  const subscriptionId = ids.main;
  const group = { subscriptionId, resourceGroup: 'rg-kibana' };
  const ref = { ...group, accountName: 'kibana-contract' };
  const newAccount: NewAccount = {
    ...ref,
    location,
    kind: 'OpenAI',
    customSubDomainName: 'kibana-contract-1',
    networkAccess: 'all',
    ipRules: [],
    tags: { 'kibana-setup-run': 'r1' },
  };
  const newDeployment: NewDeployment = {
    ...ref,
    deploymentName: 'gpt-5.2',
    modelName: 'gpt-5.2',
    modelVersion: '2025-12-11',
    deploymentType: 'GlobalStandard',
    capacity: 10,
    versionUpgradeOption: 'OnceNewDefaultVersionAvailable',
    tags: { 'kibana-setup-run': 'r1' },
  };
  const makeGroup = () => azure.createResourceGroup({ ...group, location, tags: { a: 'b' } });
  const makeAccount = async (changes: Partial<NewAccount> = {}) => {
    const wanted = { ...newAccount, ...changes };
    await azure.createAccount(wanted);
    return eventually(() => azure.account(wanted), hasState('Succeeded'));
  };
  const used = async () => {
    const rows = await azure.usages(subscriptionId, location);
    return rows.find((row) => row.name === 'openai.globalstandard.gpt-5.2')?.used;
  };
  const fixture = { azure, subscriptionId, group, ref, newAccount, newDeployment };
  return { ...fixture, makeGroup, makeAccount, used };
}

/** The same with the resource group. */
export async function stageWithGroup(...args: Parameters<typeof adapterStage>) {
  const stage = adapterStage(...args);
  await stage.makeGroup();
  return stage;
}
