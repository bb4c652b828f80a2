import * as z from 'zod/mini';
import { accountBody, cognitiveApiVersion } from './arm_accounts';
import type { ArmConnection } from './arm_connection';
import { orAbsent, translating } from './arm_errors';
import type { Azure, Lock, NewAccount, PolicyFinding, ResourceGroupRef } from './azure';
import { groupPath } from './portal_url';

const locksApi = 'api-version=2016-09-01';
const policyApi = 'api-version=2023-03-01';
const locksTail = /\/providers\/Microsoft\.Authorization\/locks\/[^/]+$/i;

const lockShape = z.object({
  id: z.string(),
  name: z.string(),
  properties: z.object({ level: z.string() }),
});

const maybe = z.catch(z.optional(z.string()), undefined);
const policyInfo = z.object({
  policyDefinitionId: maybe,
  policyDefinitionDisplayName: maybe,
  policyAssignmentId: maybe,
});
const expression = z.object({ path: maybe, expression: maybe, targetValue: z.unknown() });
const evaluation = z.object({
  policyInfo,
  evaluationResult: maybe,
  evaluationDetails: z.catch(z.object({ evaluatedExpressions: z.catch(z.array(expression), []) }), {
    evaluatedExpressions: [],
  }),
  effectDetails: z.catch(z.object({ policyEffect: maybe }), { policyEffect: undefined }),
});
/** The part of the answer of `checkPolicyRestrictions` that is read here. */
const answerShape = z.object({
  contentEvaluationResult: z.catch(
    z.object({ policyEvaluations: z.catch(z.array(evaluation), []) }),
    { policyEvaluations: [] },
  ),
});

const lastPart = (id: string | undefined) => id?.split('/').at(-1);

const effects: Readonly<Record<string, PolicyFinding['effect']>> = {
  deny: 'deny',
  modify: 'modify',
  append: 'modify',
};

/** The property a rule looks at, in the words of the request. */
function subjectOf(path: string): Pick<PolicyFinding, 'about' | 'tagName'> {
  const tagName = /^tags(?:\.|\[')([^'\]]+)/i.exec(path)?.[1];
  if (tagName) return { about: 'tag', tagName };
  if (/^location$/i.test(path)) return { about: 'location' };
  if (/publicNetworkAccess|networkAcls/i.test(path)) return { about: 'public_access' };
  if (/disableLocalAuth/i.test(path)) return { about: 'local_auth' };
  return { about: 'other' };
}

const isType = (path: string) => /^(type|kind|sku\.name)$/i.test(path);

function toFinding(found: z.infer<typeof evaluation>): PolicyFinding[] {
  const effect = effects[found.effectDetails.policyEffect?.toLowerCase() ?? ''];
  if (!effect || found.evaluationResult !== 'NonCompliant') return [];
  const { policyDefinitionId, policyDefinitionDisplayName, policyAssignmentId } = found.policyInfo;
  // Most rules first ask for the resource's type; what comes after it is what they object to.
  const [objection] = found.evaluationDetails.evaluatedExpressions.filter(
    ({ path, expression: text }) => !isType(path ?? text ?? ''),
  );
  const allowed = z.array(z.string()).safeParse(objection?.targetValue);
  const assignment = lastPart(policyAssignmentId);
  return [
    {
      effect,
      policy: policyDefinitionDisplayName ?? lastPart(policyDefinitionId) ?? '',
      ...(assignment ? { assignment } : {}),
      ...subjectOf(objection?.path ?? objection?.expression ?? ''),
      ...(allowed.success ? { allowed: allowed.data } : {}),
    },
  ];
}

function toLock(found: unknown): Lock {
  const { id, name, properties } = lockShape.parse(found);
  const level = /^readonly$/i.test(properties.level) ? 'ReadOnly' : 'CanNotDelete';
  return { name, level, scope: id.replace(locksTail, '') };
}

type Verbs = Pick<Azure, 'locks' | 'policyFindings'>;

/** What stands above the resources: locks and the organisation's policies. */
export function armPolicies({ send, list }: ArmConnection): Verbs {
  /** Asks at the group, and at the subscription while there is no such group. */
  async function atGroup<T>(ref: ResourceGroupRef, ask: (scope: string) => Promise<T>): Promise<T> {
    const above = `/subscriptions/${ref.subscriptionId}`;
    const found = await orAbsent(() => translating(ref, () => ask(groupPath(ref))));
    return found ?? translating({ subscriptionId: ref.subscriptionId }, () => ask(above));
  }

  return {
    locks: (ref) =>
      atGroup(ref, async (scope) => {
        const path = `${scope}/providers/Microsoft.Authorization/locks?${locksApi}`;
        return (await list(path)).map(toLock);
      }),
    policyFindings: (account: NewAccount) =>
      atGroup(account, async (scope) => {
        const path = `${scope}/providers/Microsoft.PolicyInsights/checkPolicyRestrictions?${policyApi}`;
        const resourceContent = {
          type: 'Microsoft.CognitiveServices/accounts',
          name: account.accountName,
          ...accountBody(account),
        };
        const body = { resourceDetails: { resourceContent, apiVersion: cognitiveApiVersion } };
        const { contentEvaluationResult } = answerShape.parse(await send('POST', path, body));
        return contentEvaluationResult.policyEvaluations.flatMap(toFinding);
      }),
  };
}
