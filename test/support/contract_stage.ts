import { SetupError, type Problem } from '../../common/problem';
import type {
  Azure,
  NewAccount,
  NewDeployment,
  ProvisioningState,
} from '../../server/core/azure/azure';

/** Azures that both implementations can be brought into. */
export type Situation =
  | 'empty'
  | 'unregistered'
  | 'reader'
  | 'disabled'
  | 'no_quota'
  | 'keys_off_by_policy'
  | 'closed_region'
  | 'slow_accounts'
  /** The group `kibana-openai`, read-only by the lock `frozen`. */
  | 'locked'
  /** The same group, guarded against removal by the lock `keep`. */
  | 'delete_locked'
  /** Policies that deny, see the contract about them. */
  | 'policy_location'
  | 'policy_tag'
  | 'policy_public_access'
  | 'policy_keys';

export interface Stage {
  azure: Azure;
  /** The one subscription of the world. */
  subscriptionId: string;
}

export const location = 'eastus2';
export const otherLocation = 'swedencentral';
export const nobodys = '00000000-0000-4000-8000-000000000000';

export async function problemOf(act: Promise<unknown>): Promise<Problem> {
  const error: unknown = await act.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof SetupError) return error.problem;
  throw error instanceof Error ? error : new Error('It went well.');
}

/** Azure finishes its work after some reads; a hundred means that it never will. */
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

export const hasState = (state: ProvisioningState) => (thing?: { state: ProvisioningState }) =>
  thing?.state === state;

export type MakeStage = (situation: Situation) => Promise<Stage>;

/** The stage with the things that most of the contract is about. */
export const stageWith = (makeStage: MakeStage) =>
  async function stage(situation: Situation = 'empty') {
    const { azure, subscriptionId } = await makeStage(situation);
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
    const things = { azure, subscriptionId, group, ref, newAccount, newDeployment };
    return { ...things, makeGroup, makeAccount, used };
  };
