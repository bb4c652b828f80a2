import { normalLocation } from '../../catalogue/regions';
import type { Reply } from '../../http/message';
import type { SimPolicy, SimSubscription } from '../../worlds/world';
import { armError } from '../arm_error';
import { subscriptionId } from '../call';
import { policyReference } from './policy_names';

/** The resource that a policy evaluates. */
export interface PolicySubject {
  type: string;
  name: string;
  location: string;
  tags: Readonly<Record<string, string>>;
  properties?: {
    publicNetworkAccess?: string;
    disableLocalAuth?: boolean;
    model?: { name?: string };
  };
}

/** The property that a policy objects to, and the values it would accept. */
interface Objection {
  path: string;
  expressionValue?: unknown;
  targetValue: unknown;
  /** Absent: the plain comparison that fits the target. */
  operator?: string;
}

export const appliesTo = (policy: SimPolicy, type: string) =>
  policy.resourceType === type.toLowerCase();

/** Why a policy denies a resource; undefined if it does not apply or permits it. */
export function objectionOf(policy: SimPolicy, subject: PolicySubject): Objection | undefined {
  if (!appliesTo(policy, subject.type)) return undefined;
  const { requiredTag, allowedLocations } = policy;
  const { tags, location, properties } = subject;
  const has = (name: string) =>
    Object.keys(tags).some((known) => known.toLowerCase() === name.toLowerCase());
  if (requiredTag !== undefined && !has(requiredTag)) {
    return { path: `tags[${requiredTag}]`, targetValue: 'false', operator: 'Exists' };
  }
  if (allowedLocations && !allowedLocations.includes(normalLocation(location))) {
    return { path: 'location', expressionValue: location, targetValue: allowedLocations };
  }
  const model = properties?.model?.name;
  if (policy.approvedModels && model !== undefined && !policy.approvedModels.includes(model)) {
    const path = 'properties.model.name';
    return { path, expressionValue: model, targetValue: policy.approvedModels };
  }
  const open = (properties?.publicNetworkAccess ?? 'Enabled') !== 'Disabled';
  if (policy.denyPublicAccess === true && open) {
    const path = 'properties.publicNetworkAccess';
    return { path, expressionValue: 'Enabled', targetValue: 'Disabled' };
  }
  const keys = properties?.disableLocalAuth !== true;
  if ((policy.denyKeys === true || policy.effect === 'modify') && keys) {
    return { path: 'properties.disableLocalAuth', expressionValue: false, targetValue: true };
  }
  return undefined;
}

const denies = (policy: SimPolicy, subject: PolicySubject): boolean =>
  policy.effect === 'deny' && objectionOf(policy, subject) !== undefined;

/** Azure Policy's refusal, when an assignment of the subscription denies the resource. */
export function policyRefusal(
  subscription: SimSubscription,
  subject: PolicySubject,
): Reply | undefined {
  const policy = subscription.policies.find((known) => denies(known, subject));
  if (!policy) return undefined;
  const scope = subscriptionId(subscription);
  const { policyAssignmentId } = policyReference(subscription, policy);
  const identifiers = JSON.stringify([
    {
      policyAssignment: {
        name: policy.displayName,
        id: policyAssignmentId,
      },
    },
  ]);
  return armError(
    403,
    'RequestDisallowedByPolicy',
    `Resource '${subject.name}' was disallowed by policy. Policy identifiers: '${identifiers}'.`,
    {
      target: subject.name,
      additionalInfo: [
        {
          type: 'PolicyViolation',
          info: {
            policyDefinitionDisplayName: policy.displayName,
            policyAssignmentName: policy.assignmentName,
            policyAssignmentDisplayName: policy.displayName,
            policyAssignmentScope: scope,
            policyDefinitionEffect: 'deny',
          },
        },
      ],
    },
  );
}

/** True if a policy switches API keys off behind the creator's back. */
export const policyDisablesKeys = (subscription: SimSubscription): boolean =>
  subscription.policies.some(
    (policy) =>
      policy.effect === 'modify' && appliesTo(policy, 'Microsoft.CognitiveServices/accounts'),
  );
