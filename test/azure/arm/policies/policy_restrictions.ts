import * as v from 'valibot';
import { looseObject, object, record } from '../../../shapes';
import { normalLocation } from '../../catalogue/regions';
import { ok, parseObject, type Reply } from '../../http/message';
import type { SimPolicy, SimSubscription } from '../../worlds/world';
import { armError } from '../arm_error';
import type { SubscriptionCall } from '../call';
import { appliesTo, objectionOf, type PolicySubject } from './policies';
import { policyReference } from './policy_names';

const bodyShape = object({
  resourceDetails: object({
    apiVersion: v.optional(v.string()),
    /** Id of the parent of a nested resource. */
    scope: v.optional(v.string()),
    resourceContent: object({
      type: v.string(),
      name: v.optional(v.string()),
      location: v.optional(v.string()),
      tags: v.optional(record(v.string())),
      properties: v.optional(
        looseObject({
          publicNetworkAccess: v.optional(v.string()),
          disableLocalAuth: v.optional(v.boolean()),
          model: v.optional(looseObject({ name: v.optional(v.string()) })),
        }),
      ),
    }),
  }),
  pendingFields: v.optional(
    v.array(object({ field: v.string(), values: v.optional(v.array(v.string())) })),
  ),
});
type Pending = NonNullable<v.InferOutput<typeof bodyShape>['pendingFields']>[number];

/** Policies call properties by their aliases. */
const aliasOf = (path: string): string => {
  const ofModel = path.startsWith('properties.model');
  const type = `Microsoft.CognitiveServices/accounts${ofModel ? '/deployments' : ''}`;
  return path.replace(/^properties\./, `${type}/`);
};

const evaluation = (subscription: SimSubscription, policy: SimPolicy, subject: PolicySubject) => {
  const objection = objectionOf(policy, subject);
  if (!objection) return [];
  const { path, targetValue, expressionValue, operator } = objection;
  return [
    {
      policyInfo: policyReference(subscription, policy),
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
            expression: aliasOf(path),
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

interface Demand {
  field: string;
  /** Absent: any value will do. */
  values?: readonly string[];
}

/** The fields of a policy with their required values. */
const demandsOf = (policy: SimPolicy): Demand[] => {
  const { requiredTag, allowedLocations, denyPublicAccess, denyKeys, effect } = policy;
  const { approvedModels } = policy;
  const keysOff = denyKeys === true || effect === 'modify';
  return [
    ...(requiredTag === undefined ? [] : [{ field: `tags.${requiredTag}` }]),
    ...(allowedLocations ? [{ field: 'location', values: allowedLocations }] : []),
    ...(denyPublicAccess === true
      ? [{ field: aliasOf('properties.publicNetworkAccess'), values: ['Disabled'] }]
      : []),
    ...(approvedModels
      ? [{ field: aliasOf('properties.model.name'), values: approvedModels }]
      : []),
    ...(keysOff ? [{ field: aliasOf('properties.disableLocalAuth'), values: ['true'] }] : []),
  ];
};

/** True if a pending field is the policy's field, by alias, path, or as all tags. */
const covers = (pending: string, field: string): boolean => {
  const requested = aliasOf(pending).toLowerCase();
  return requested === field.toLowerCase() || (requested === 'tags' && field.startsWith('tags.'));
};

const verdict = ({ field, values }: Demand, requested: readonly string[] = []) => {
  if (!values) return [{ result: 'Required', reason: `${field} is required` }];
  const known = values.map(normalLocation);
  const denied = requested.filter((value) => !known.includes(normalLocation(value)));
  const reason = `${field} must be one of the following: ${values.join(', ')}`;
  if (requested.length === 0) return [{ result: 'Required', values, reason }];
  return denied.length > 0 ? [{ result: 'Deny', values: denied, reason }] : [];
};

/** Effects of a policy on fields without a value. */
const restrictions = (
  subscription: SimSubscription,
  policy: SimPolicy,
  pending: readonly Pending[],
) =>
  demandsOf(policy).flatMap((demand) =>
    pending
      .filter(({ field }) => covers(field, demand.field))
      .flatMap(({ values }) => verdict(demand, values))
      .map((found) => ({
        field: demand.field,
        restriction: {
          ...found,
          ...(policy.effect === 'modify' ? { defaultValue: demand.values?.[0] } : {}),
          policy: policyReference(subscription, policy),
          policyEffect: policy.effect === 'deny' ? 'Deny' : 'Modify',
        },
      })),
  );

const byField = (found: ReturnType<typeof restrictions>) =>
  [...new Set(found.map(({ field }) => field))].map((field) => ({
    field,
    restrictions: found.filter((one) => one.field === field).map(({ restriction }) => restriction),
  }));

/** Evaluates the assignments for a planned resource, without creating it. */
export function checkPolicyRestrictions({ subscription, request }: SubscriptionCall): Reply {
  const body = parseObject(request.body);
  if (!body) return armError(400, 'InvalidRequestContent', 'The request content was invalid.');
  const parsed = v.safeParse(bodyShape, body);
  if (!parsed.success)
    return armError(400, 'InvalidCheckRestrictionsRequest', 'resourceDetails is required.');
  const { resourceDetails, pendingFields = [] } = parsed.output;
  const { type, name = '', location = '', tags = {}, properties } = resourceDetails.resourceContent;
  if (type.split('/').length > 2 && !/resourceGroups$/i.test(type) && !resourceDetails.scope)
    return armError(
      400,
      'InvalidCheckRestrictionsRequest',
      `The scope of the parent is required for a resource of the type '${type}'.`,
    );
  const subject = { type, name, location, tags, properties };
  const policies = subscription.policies.filter((policy) => appliesTo(policy, type));
  return ok({
    fieldRestrictions: byField(
      policies.flatMap((policy) => restrictions(subscription, policy, pendingFields)),
    ),
    contentEvaluationResult: {
      policyEvaluations: policies.flatMap((policy) => evaluation(subscription, policy, subject)),
    },
  });
}
