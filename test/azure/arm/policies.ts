import { normalLocation } from '../catalogue/regions';
import type { Reply } from '../http/message';
import type { SimPolicy, SimSubscription } from '../worlds/world';
import { armError } from './arm_error';
import { subscriptionId } from './call';

/** What a policy looks at. */
export interface PolicySubject {
  type: string;
  name: string;
  location: string;
  tags: Readonly<Record<string, string>>;
}

const appliesTo = (policy: SimPolicy, type: string) => policy.resourceType === type.toLowerCase();

const denies = (policy: SimPolicy, { tags, location, type }: PolicySubject): boolean => {
  if (policy.effect !== 'deny' || !appliesTo(policy, type)) return false;
  const { requiredTag, allowedLocations } = policy;
  const lacksTag =
    requiredTag !== undefined &&
    !Object.keys(tags).some((name) => name.toLowerCase() === requiredTag.toLowerCase());
  const elsewhere =
    allowedLocations !== undefined && !allowedLocations.includes(normalLocation(location));
  return lacksTag || elsewhere;
};

/** Azure Policy's refusal, when an assignment of the subscription denies the resource. */
export function policyRefusal(
  subscription: SimSubscription,
  subject: PolicySubject,
): Reply | undefined {
  const policy = subscription.policies.find((known) => denies(known, subject));
  if (!policy) return undefined;
  const scope = subscriptionId(subscription);
  const identifiers = JSON.stringify([
    {
      policyAssignment: {
        name: policy.displayName,
        id: `${scope}/providers/Microsoft.Authorization/policyAssignments/${policy.assignmentName}`,
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

/** Whether a policy switches API keys off behind the creator's back. */
export const policyDisablesKeys = (subscription: SimSubscription): boolean =>
  subscription.policies.some(
    (policy) =>
      policy.effect === 'modify' && appliesTo(policy, 'Microsoft.CognitiveServices/accounts'),
  );
