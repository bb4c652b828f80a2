import * as v from 'valibot';
import { unlessSetupError } from '../../../../common/problem';
import { accountBody, accountType, cognitiveApiVersion } from './account';
import type { ArmConnection } from './connection';
import { deploymentBody } from './deployments';
import { resourcesApiVersion } from './resources';
import { translating } from './errors';
import { atGroupOrAbove } from './scope';
import type { Azure, NewAccount, PlannedResource } from '../azure';
import { accountPath } from '../arm_paths';
import { policyAnswerShape, type PolicyReference } from './policy_answer';
import { policyFindings, type Own } from './policy_findings';
import { subjectOf } from './policy_subject';
import { shownName } from '../without_secrets';

const restrictionsApi = 'api-version=2023-03-01';
/** Of definitions and assignments. */
const policyApi = 'api-version=2023-04-01';

const keysField = `${accountType}/disableLocalAuth`;

const deploymentType = `${accountType}/deployments`;
const groupType = 'Microsoft.Resources/subscriptions/resourceGroups';

/** The request that would create the resource. */
function detailsOf(planned: PlannedResource) {
  switch (planned.subject) {
    case 'resource_group': {
      const { resourceGroup: name, location, tags } = planned;
      const resourceContent = { type: groupType, name, location, tags };
      return { resourceContent, apiVersion: resourcesApiVersion };
    }
    case 'account': {
      const content = { type: accountType, name: planned.accountName, ...accountBody(planned) };
      return { resourceContent: content, apiVersion: cognitiveApiVersion };
    }
    case 'deployment': {
      const content = {
        type: deploymentType,
        name: planned.deploymentName,
        ...deploymentBody(planned),
      };
      const scope = accountPath(planned);
      return { resourceContent: content, apiVersion: cognitiveApiVersion, scope };
    }
  }
}

/** Properties that the request omits and a policy can evaluate. */
const pendingFields = ({ subject }: PlannedResource) => [
  { field: 'tags' },
  ...(subject === 'account' ? [{ field: keysField }] : []),
];

const networkOf = (field: string, { networkAccess }: NewAccount): string => {
  if (/publicNetworkAccess$/i.test(field))
    return networkAccess === 'disabled' ? 'Disabled' : 'Enabled';
  return networkAccess === 'selected' ? 'Deny' : 'Allow';
};

/** Fields of the resource by the names that policies give them. */
const ownOf =
  (planned: PlannedResource): Own =>
  (field) => {
    const { about, tagName = '' } = subjectOf(field);
    if (about === 'location')
      return planned.subject === 'deployment' ? undefined : planned.location;
    if (about === 'model') return planned.subject === 'deployment' ? planned.modelName : undefined;
    if (about === 'local_auth') return planned.subject === 'account' ? 'false' : undefined;
    if (about === 'public_access')
      return planned.subject === 'account' ? networkOf(field, planned) : undefined;
    const isNamed = (name: string) => name.toLowerCase() === tagName.toLowerCase();
    return Object.entries(planned.tags).find(([name]) => isNamed(name))?.[1];
  };

const namedShape = v.object({ properties: v.object({ displayName: v.string() }) });
const isPolicyId = (id: string): boolean =>
  /^\/(subscriptions|providers)\/[^?#]{1,1000}$/i.test(id);

/** Maximum number of policies and assignments looked up for one resource. */
const maximumNames = 20;

/** The answer has only ids; without permission to read the policy itself, the end of its id is its name. */
function namer({ read }: ArmConnection) {
  const asked = new Map<string, Promise<string>>();
  const ask = async (id: string): Promise<string> => {
    const end = shownName(id.split('/').at(-1) ?? '');
    if (asked.size >= maximumNames || !isPolicyId(id)) return end;
    const named = await unlessSetupError(
      translating({}, async () => v.parse(namedShape, await read(`${id}?${policyApi}`))),
    );
    return named ? shownName(named.properties.displayName) : end;
  };
  return (id: string): Promise<string> => {
    const answer = asked.get(id) ?? ask(id);
    asked.set(id, answer);
    return answer;
  };
}

/** The group of something that is not there yet; the subscription for a group itself. */
const whereOf = ({ subject, subscriptionId, resourceGroup }: PlannedResource) => ({
  subscriptionId,
  ...(subject === 'resource_group' ? {} : { resourceGroup }),
});

/** Checks a resource against the organization's policies before it is created. */
export const armPolicies = (connection: ArmConnection): Pick<Azure, 'policyFindings'> => ({
  policyFindings: (planned) =>
    atGroupOrAbove(whereOf(planned), async (scope) => {
      const path = `${scope}/providers/Microsoft.PolicyInsights/checkPolicyRestrictions?${restrictionsApi}`;
      const answer = v.parse(
        policyAnswerShape,
        await connection.ask(path, {
          resourceDetails: detailsOf(planned),
          pendingFields: pendingFields(planned),
        }),
      );
      const nameOf = namer(connection);
      const named = async ({ policyDefinitionId, policyAssignmentId }: PolicyReference) => ({
        policy: policyDefinitionId ? await nameOf(policyDefinitionId) : '',
        ...(policyAssignmentId ? { assignment: await nameOf(policyAssignmentId) } : {}),
      });
      return Promise.all(
        policyFindings(answer, ownOf(planned)).map(async ({ policy, ...found }) => ({
          subject: planned.subject,
          ...found,
          ...(await named(policy)),
        })),
      );
    }),
});
