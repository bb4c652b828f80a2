import {
  aDeployment,
  aGroup,
  anAccount,
  credentials,
  type RoleAssignment,
  type SimAccount,
  type SimGroup,
} from '../azure';
import type { ChaosStage } from './chaos_stage';

export interface Created {
  stage: ChaosStage;
  group: SimGroup;
  account: SimAccount;
}

/** A change by others between a setup and its undo; its inventory lines must stay. */
export type Change = (created: Created) => readonly RegExp[] | Promise<readonly RegExp[]>;

/** The principal of the person's own application. */
const applicationIn = ({ stage }: Created) => {
  const { clientId } = credentials.inference;
  const found = stage.state.world.apps.find((app) => app.clientId === clientId);
  if (!found) throw new Error('The world does not have the application.');
  return found;
};

const atAccount = ({ account: { subscriptionId, groupName, name } }: Created) =>
  `/subscriptions/${subscriptionId}/resourceGroups/${groupName}/providers/Microsoft.CognitiveServices/accounts/${name}`;

/** True if it is kept with the account that the setup created. */
const assignedByRun = (created: Created): RegExp[] =>
  applicationIn(created).assignments.length > 0 ? [/^role assignment .*\/accounts\//] : [];

const gpt41 = ['gpt-4.1', '2025-04-14'] as const;

/** Changes to the resources of every setup. */
export const changesOfAzure: Readonly<Record<string, Change>> = {
  'a deployment of others in the account': ({ account }) => {
    account.deployments.push(aDeployment('theirs', gpt41, ['Standard', 10]));
    return [/^deployment .*\/theirs$/, /^account /, /^group /];
  },
  'an account of others in the group': ({ stage, group }) => {
    stage.state.world.accounts.push(anAccount('their-openai', group.name));
    return [/^account .*\/their-openai$/, /^group /];
  },
  'a resource of another service in the group': ({ group }) => {
    group.others = [{ name: 'theirvault', type: 'Microsoft.KeyVault/vaults' }];
    return [/^group /];
  },
  'the ownership tag taken off the group': ({ group }) => {
    group.tags = {};
    return [/^group /];
  },
  'the ownership tag taken off the account': ({ account }) => {
    account.tags = {};
    return [/^account /, /^group /];
  },
  'the ownership tag of another run on the account': ({ account }) => {
    account.tags = { 'kibana-setup-run': '5f0c6a52-0000-4000-8000-000000000000' };
    return [/^account /, /^group /];
  },
  'the account deleted by hand': ({ account }) => {
    account.deletedAt = Date.now();
    return [];
  },
  'a lock on the group': (created) => {
    created.group.locks = [{ name: 'keep', level: 'CanNotDelete' }];
    return [/^group /, /^account /, /^deployment /, ...assignedByRun(created)];
  },
  'another empty group with a similar name': ({ stage, group }) => {
    stage.state.world.groups.push(aGroup(`${group.name}-2`, group.location));
    return [/^group .*-2$/];
  },
};

const userRole = 'Cognitive Services OpenAI User';
const withoutAssignments = (): RoleAssignment[] => [];

/** Changes to the additional resources of a keyless setup. */
export const changesWithoutKeys: Readonly<Record<string, Change>> = {
  'a lock on the account': (created) => {
    created.account.locks = [{ name: 'keep', level: 'CanNotDelete' }];
    return [/^group /, /^account /, /^deployment /, ...assignedByRun(created)];
  },
  'the role assignment deleted by hand': (created) => {
    applicationIn(created).assignments = withoutAssignments();
    return [];
  },
  'the role assigned at the subscription as well': (created) => {
    const scope = `/subscriptions/${created.account.subscriptionId}`;
    applicationIn(created).assignments.push({ scope, role: userRole });
    return [/^role assignment .*OpenAI User.* at \/subscriptions\/[^/]+$/];
  },
  'the endpoint deleted by hand': ({ stage: { endpoints } }) => {
    for (const { id } of endpoints.all()) endpoints.delete(id);
    return [];
  },
  'the endpoint changed to another deployment': async ({ stage: { endpoints } }) => {
    for (const one of endpoints.all()) {
      const serviceSettings = { ...one.serviceSettings, deployment_id: 'theirs' };
      await endpoints.update({ ...one, serviceSettings }, await endpoints.secretsOf(one.id));
    }
    return [/^inference endpoint /];
  },
  'the endpoint deleted by hand while it was replaced': async ({ stage: { endpoints } }) => {
    for (const one of endpoints.all()) {
      await endpoints.create({ ...one, id: `trial-${one.id}` }, await endpoints.secretsOf(one.id));
      endpoints.delete(one.id);
    }
    return [];
  },
  'the endpoint changed to another deployment while it was replaced': async ({
    stage: { endpoints },
  }) => {
    for (const one of endpoints.all()) {
      const secrets = await endpoints.secretsOf(one.id);
      await endpoints.create({ ...one, id: `trial-${one.id}` }, secrets);
      const serviceSettings = { ...one.serviceSettings, deployment_id: 'theirs' };
      await endpoints.update({ ...one, serviceSettings }, secrets);
    }
    return [/^inference endpoint azure/];
  },
};

/** Changes in an account of others. */
export const changesAtAccountOfOthers: Readonly<Record<string, Change>> = {
  'nothing else': () => [],
  'the role assigned to another application': (created) => {
    const other = created.stage.state.world.apps.find(
      ({ clientId }) => clientId === credentials.elsewhere.clientId,
    );
    other?.assignments.push({ scope: atAccount(created), role: userRole });
    return [new RegExp(`^role assignment .* of ${String(other?.oid)} at .*/accounts/`)];
  },
  'another role of the application at the account': (created) => {
    const role = 'Cognitive Services User';
    applicationIn(created).assignments.push({ scope: atAccount(created), role });
    return [/^role assignment "Cognitive Services User" of .*\/accounts\//];
  },
  'a lock on the account': (created) => {
    created.account.locks = [{ name: 'keep', level: 'CanNotDelete' }];
    return [/^deployment /, ...assignedByRun(created)];
  },
};
