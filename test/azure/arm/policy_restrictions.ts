import * as z from 'zod/mini';
import { ok, type Reply } from '../http/message';
import type { SimPolicy } from '../worlds/world';
import { armError } from './arm_error';
import { subscriptionId, type SubscriptionCall } from './call';
import { objectionOf, type PolicySubject } from './policies';

const bodyShape = z.object({
  resourceDetails: z.object({
    apiVersion: z.optional(z.string()),
    resourceContent: z.object({
      type: z.string(),
      name: z.optional(z.string()),
      location: z.optional(z.string()),
      tags: z.optional(z.record(z.string(), z.string())),
      properties: z.optional(
        z.looseObject({
          publicNetworkAccess: z.optional(z.string()),
          disableLocalAuth: z.optional(z.boolean()),
        }),
      ),
    }),
  }),
});

const evaluation = (scope: string, policy: SimPolicy, subject: PolicySubject) => {
  const objection = objectionOf(policy, subject);
  if (!objection) return [];
  const { path, targetValue, expressionValue, operator } = objection;
  return [
    {
      policyInfo: {
        policyDefinitionId: `/providers/Microsoft.Authorization/policyDefinitions/${policy.assignmentName}`,
        policyDefinitionDisplayName: policy.displayName,
        policyAssignmentId: `${scope}/providers/Microsoft.Authorization/policyAssignments/${policy.assignmentName}`,
      },
      evaluationResult: 'NonCompliant',
      evaluationDetails: {
        evaluatedExpressions: [
          {
            result: 'True',
            expressionKind: 'field',
            expression: 'type',
            path: 'type',
            expressionValue: subject.type,
            targetValue: policy.resourceType,
            operator: 'Equals',
          },
          {
            result: 'True',
            expressionKind: 'field',
            expression: path,
            path,
            expressionValue,
            targetValue,
            operator: operator ?? (Array.isArray(targetValue) ? 'NotIn' : 'NotEquals'),
          },
        ],
      },
      effectDetails: { policyEffect: policy.effect === 'deny' ? 'Deny' : 'Modify' },
    },
  ];
};

/** What the assignments would say to a planned resource. Nothing is made. */
export function checkPolicyRestrictions({ subscription, request }: SubscriptionCall): Reply {
  let body: unknown;
  try {
    body = JSON.parse(request.body);
  } catch {
    return armError(400, 'InvalidRequestContent', 'The request content was invalid.');
  }
  const parsed = bodyShape.safeParse(body);
  if (!parsed.success)
    return armError(400, 'InvalidCheckRestrictionsRequest', 'resourceDetails is required.');
  const {
    type,
    name = '',
    location = '',
    tags = {},
    properties,
  } = parsed.data.resourceDetails.resourceContent;
  const subject = { type, name, location, tags, properties };
  const scope = subscriptionId(subscription);
  return ok({
    fieldRestrictions: [],
    contentEvaluationResult: {
      policyEvaluations: subscription.policies.flatMap((policy) =>
        evaluation(scope, policy, subject),
      ),
    },
  });
}
