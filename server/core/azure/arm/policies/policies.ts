import * as v from 'valibot';
import { unlessSetupError } from '../../../../../common/problem';
import { sameText } from '../../../../../common/values/same_text';
import type { ArmConnection } from '../connection';
import { translating } from '../errors/errors';
import { atGroupOrAbove } from '../scope';
import type { Azure, PlannedResource } from '../../azure';
import { scopePath } from '../../arm_paths';
import { accountResource, accountType } from '../../resources/account';
import type { ArmBody, ArmResource } from '../../resources/arm_resource';
import { deploymentResource } from '../../resources/deployment';
import { groupResource } from '../../resources/resource_group';
import { policyAnswerShape, type PolicyReference } from './policy_answer';
import { policyFindings, type Own } from './policy_findings';
import { subjectOf } from './policy_subject';
import { shownName } from '../../without_secrets';

const restrictionsApi = 'api-version=2023-03-01';
/** API version of definitions and assignments. */
const policyApi = 'api-version=2023-04-01';

const keysField = `${accountType}/disableLocalAuth`;

function resourceOf(planned: PlannedResource): ArmResource {
  switch (planned.subject) {
    case 'resource_group':
      return groupResource(planned);
    case 'account':
      return accountResource(planned);
    case 'deployment':
      return deploymentResource(planned);
  }
}

/** The planned request for the resource; a nested one includes its parent's scope. */
function detailsOf({ type, name, apiVersion, parent, body }: ArmResource) {
  const scope = parent.accountName ? { scope: scopePath(parent) } : {};
  return { resourceContent: { type, name, ...body }, apiVersion, ...scope };
}

/** Properties that the request omits and a policy can evaluate. */
const pendingFields = ({ type, body: { properties = {} } }: ArmResource) => [
  { field: 'tags' },
  ...(type === accountType && !properties.disableLocalAuth ? [{ field: keysField }] : []),
];

function networkIn({ properties = {} }: ArmBody, field: string): string | undefined {
  const { publicNetworkAccess, networkAcls } = properties;
  if (/publicNetworkAccess$/i.test(field)) return publicNetworkAccess;
  return publicNetworkAccess && (networkAcls?.defaultAction ?? 'Allow');
}

/** The resource's fields by their policy aliases. */
const ownOf =
  ({ type, body }: ArmResource): Own =>
  (field) => {
    const { about, tagName = '' } = subjectOf(field);
    if (about === 'location') return body.location;
    if (about === 'model') return body.properties?.model?.name;
    if (about === 'local_auth') {
      return type === accountType ? String(body.properties?.disableLocalAuth ?? false) : undefined;
    }
    if (about === 'public_access') return networkIn(body, field);
    return Object.entries(body.tags).find(([name]) => sameText(name, tagName))?.[1];
  };

const namedShape = v.object({ properties: v.object({ displayName: v.string() }) });
const isPolicyId = (id: string): boolean =>
  /^\/(subscriptions|providers)\/[^?#]{1,1000}$/i.test(id);

/** Maximum number of policies and assignments looked up for one resource. */
const maximumNames = 20;

/** The response has only ids; without permission to read the policy, the last segment of its id is its name. */
function namer({ read }: ArmConnection) {
  const names = new Map<string, Promise<string>>();
  const ask = async (id: string): Promise<string> => {
    const end = shownName(id.split('/').at(-1) ?? '');
    if (names.size >= maximumNames || !isPolicyId(id)) return end;
    const named = await unlessSetupError(
      translating({}, async () => v.parse(namedShape, await read(`${id}?${policyApi}`))),
    );
    return named ? shownName(named.properties.displayName) : end;
  };
  return (id: string): Promise<string> => {
    const answer = names.get(id) ?? ask(id);
    names.set(id, answer);
    return answer;
  };
}

/** Checks a resource against the organization's policies before it is created. */
export const armPolicies = (connection: ArmConnection): Pick<Azure, 'policyFindings'> => ({
  policyFindings(planned) {
    const resource = resourceOf(planned);
    const { subscriptionId, resourceGroup } = resource.parent;
    return atGroupOrAbove({ subscriptionId, resourceGroup }, async (scope) => {
      const path = `${scope}/providers/Microsoft.PolicyInsights/checkPolicyRestrictions?${restrictionsApi}`;
      const answer = v.parse(
        policyAnswerShape,
        await connection.ask(path, {
          resourceDetails: detailsOf(resource),
          pendingFields: pendingFields(resource),
        }),
      );
      const nameOf = namer(connection);
      const named = async ({ policyDefinitionId, policyAssignmentId }: PolicyReference) => ({
        policy: policyDefinitionId ? await nameOf(policyDefinitionId) : '',
        ...(policyAssignmentId ? { assignment: await nameOf(policyAssignmentId) } : {}),
      });
      return Promise.all(
        policyFindings(answer, ownOf(resource)).map(async ({ policy, ...found }) => ({
          subject: planned.subject,
          ...found,
          ...(await named(policy)),
        })),
      );
    });
  },
});
