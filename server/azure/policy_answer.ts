import * as z from 'zod/mini';

const maybe = z.catch(z.optional(z.string()), undefined);
const listOf = <T extends z.ZodMiniType>(shape: T) => z.catch(z.array(shape), []);

/** Ids only: what the policy is called, it does not say. */
const policy = z.object({
  policyDefinitionId: maybe,
  policyDefinitionReferenceId: maybe,
  policyAssignmentId: maybe,
});

const expression = z.object({
  result: maybe,
  path: maybe,
  expression: maybe,
  operator: maybe,
  targetValue: z.unknown(),
});

const evaluation = z.object({
  policyInfo: policy,
  evaluationResult: maybe,
  evaluationDetails: z.catch(z.object({ evaluatedExpressions: listOf(expression) }), {
    evaluatedExpressions: [],
  }),
  effectDetails: z.catch(z.object({ policyEffect: maybe }), { policyEffect: undefined }),
});

const restriction = z.object({
  result: maybe,
  values: listOf(z.string()),
  policy,
  policyEffect: maybe,
});

/** The answer of `checkPolicyRestrictions`, as far as it is read here. */
export const policyAnswerShape = z.object({
  fieldRestrictions: listOf(z.object({ field: z.string(), restrictions: listOf(restriction) })),
  contentEvaluationResult: z.catch(z.object({ policyEvaluations: listOf(evaluation) }), {
    policyEvaluations: [],
  }),
});

export type PolicyAnswer = z.infer<typeof policyAnswerShape>;
export type PolicyReference = z.infer<typeof policy>;
export type Evaluation = z.infer<typeof evaluation>;
export type Expression = z.infer<typeof expression>;
export type Restriction = z.infer<typeof restriction>;
