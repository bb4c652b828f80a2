import { ok, type Reply } from '../../http/message';
import { param } from '../../http/path';
import type { SimPolicy, SimSubscription } from '../../worlds/world';
import { armError } from '../arm_error';
import { sameName, subscriptionId, type SubscriptionCall, type TenantCall } from '../call';

const authorization = '/providers/Microsoft.Authorization';

/** A policy as the answers about it name it: by ids alone. */
export const policyReference = (subscription: SimSubscription, policy: SimPolicy) => ({
  policyDefinitionId: `${authorization}/policyDefinitions/${policy.assignmentName}`,
  policyAssignmentId: `${subscriptionId(subscription)}${authorization}/policyAssignments/${policy.assignmentName}`,
});

const named = (call: TenantCall) => (policy: SimPolicy) =>
  sameName(policy.assignmentName, param(call.params, 'policy'));

const notFound = (call: TenantCall, what: 'PolicyAssignment' | 'PolicyDefinition'): Reply =>
  armError(404, `${what}NotFound`, `The '${param(call.params, 'policy')}' could not be found.`);

export function getPolicyAssignment(call: SubscriptionCall): Reply {
  const { subscription } = call;
  const policy = subscription.policies.find(named(call));
  if (!policy) return notFound(call, 'PolicyAssignment');
  const { policyAssignmentId, policyDefinitionId } = policyReference(subscription, policy);
  return ok({
    id: policyAssignmentId,
    name: policy.assignmentName,
    type: 'Microsoft.Authorization/policyAssignments',
    properties: {
      displayName: policy.displayName,
      policyDefinitionId,
      scope: subscriptionId(subscription),
      enforcementMode: 'Default',
    },
  });
}

/** Built-in definitions, which any caller can read. */
export function getPolicyDefinition(call: TenantCall): Reply {
  const { subscriptions } = call.state.world;
  const policy = subscriptions.flatMap(({ policies }) => policies).find(named(call));
  if (!policy) return notFound(call, 'PolicyDefinition');
  return ok({
    id: `${authorization}/policyDefinitions/${policy.assignmentName}`,
    name: policy.assignmentName,
    type: 'Microsoft.Authorization/policyDefinitions',
    properties: { displayName: policy.displayName, policyType: 'BuiltIn', mode: 'Indexed' },
  });
}
