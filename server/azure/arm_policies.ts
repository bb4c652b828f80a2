import * as v from 'valibot';
import { accountBody, accountType, cognitiveApiVersion } from './arm_accounts';
import type { ArmConnection } from './arm_connection';
import { atGroupOrAbove } from './arm_scope';
import type { Azure, NewAccount } from './azure';
import { policyAnswerShape, type PolicyReference } from './policy_answer';
import { policyFindings, type Own } from './policy_findings';
import { subjectOf } from './policy_subject';

const restrictionsApi = 'api-version=2023-03-01';
/** Of definitions and assignments. */
const policyApi = 'api-version=2023-04-01';

const keysField = `${accountType}/disableLocalAuth`;

/** The request that would make the account, and what it leaves unsaid. */
const questionAbout = (wanted: NewAccount) => ({
  resourceDetails: {
    resourceContent: { type: accountType, name: wanted.accountName, ...accountBody(wanted) },
    apiVersion: cognitiveApiVersion,
  },
  pendingFields: [{ field: 'tags' }, { field: keysField }],
});

/** Fields of the account by the names that policies give them. */
const ownOf =
  ({ location, tags, networkAccess }: NewAccount): Own =>
  (field) => {
    const { about, tagName = '' } = subjectOf(field);
    if (about === 'location') return location;
    if (about === 'local_auth') return 'false';
    if (/publicNetworkAccess$/i.test(field)) {
      return networkAccess === 'disabled' ? 'Disabled' : 'Enabled';
    }
    if (about === 'public_access') return networkAccess === 'selected' ? 'Deny' : 'Allow';
    const isNamed = (name: string) => name.toLowerCase() === tagName.toLowerCase();
    return Object.entries(tags).find(([name]) => isNamed(name))?.[1];
  };

const namedShape = v.object({ properties: v.object({ displayName: v.string() }) });

/** The answer has only ids; who may not read the policy itself sees the end of its id. */
function namer({ send }: ArmConnection) {
  const asked = new Map<string, Promise<string>>();
  const ask = async (id: string): Promise<string> => {
    try {
      return v.parse(namedShape, await send('GET', `${id}?${policyApi}`)).properties.displayName;
    } catch {
      return id.split('/').at(-1) ?? id;
    }
  };
  return (id: string): Promise<string> => {
    const answer = asked.get(id) ?? ask(id);
    asked.set(id, answer);
    return answer;
  };
}

/** The organization's policies, asked about an account before it is made. */
export const armPolicies = (connection: ArmConnection): Pick<Azure, 'policyFindings'> => ({
  policyFindings: (wanted) =>
    // The account is not there yet: its group is asked.
    atGroupOrAbove({ ...wanted, accountName: undefined }, async (scope) => {
      const path = `${scope}/providers/Microsoft.PolicyInsights/checkPolicyRestrictions?${restrictionsApi}`;
      const answer = v.parse(
        policyAnswerShape,
        await connection.send('POST', path, questionAbout(wanted)),
      );
      const nameOf = namer(connection);
      const named = async ({ policyDefinitionId, policyAssignmentId }: PolicyReference) => ({
        policy: policyDefinitionId ? await nameOf(policyDefinitionId) : '',
        ...(policyAssignmentId ? { assignment: await nameOf(policyAssignmentId) } : {}),
      });
      return Promise.all(
        policyFindings(answer, ownOf(wanted)).map(async ({ policy, ...found }) => ({
          ...found,
          ...(await named(policy)),
        })),
      );
    }),
});
