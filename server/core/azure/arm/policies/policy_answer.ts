import * as v from 'valibot';

const maybe = v.fallback(v.optional(v.string()), undefined);
/** An invalid entry could be the denying one, so it makes the whole response invalid. */
const allOf = <T extends v.GenericSchema>(shape: T) => v.optional(v.array(shape), []);
const listOf = <T extends v.GenericSchema>(shape: T) => v.fallback(v.array(shape), []);

/** Ids only, without display names. */
const policy = v.object({
  policyDefinitionId: maybe,
  policyDefinitionReferenceId: maybe,
  policyAssignmentId: maybe,
});

const expression = v.object({
  result: maybe,
  path: maybe,
  expression: maybe,
  operator: maybe,
  targetValue: v.optional(v.unknown()),
});

const evaluation = v.object({
  policyInfo: policy,
  evaluationResult: maybe,
  evaluationDetails: v.fallback(v.object({ evaluatedExpressions: listOf(expression) }), {
    evaluatedExpressions: [],
  }),
  effectDetails: v.fallback(v.object({ policyEffect: maybe }), { policyEffect: undefined }),
});

const restriction = v.object({
  result: maybe,
  values: listOf(v.string()),
  policy,
  policyEffect: maybe,
});

/** The used part of the response of `checkPolicyRestrictions`. */
export const policyAnswerShape = v.pipe(
  v.object({
    fieldRestrictions: v.nullish(
      v.array(v.object({ field: v.string(), restrictions: allOf(restriction) })),
    ),
    contentEvaluationResult: v.nullish(v.object({ policyEvaluations: allOf(evaluation) })),
  }),
  // A response with neither list is invalid.
  v.check(({ fieldRestrictions, contentEvaluationResult }) =>
    Boolean(fieldRestrictions ?? contentEvaluationResult),
  ),
  v.transform(({ fieldRestrictions, contentEvaluationResult }) => ({
    fieldRestrictions: fieldRestrictions ?? [],
    policyEvaluations: contentEvaluationResult?.policyEvaluations ?? [],
  })),
);

export type PolicyAnswer = v.InferOutput<typeof policyAnswerShape>;
export type PolicyReference = v.InferOutput<typeof policy>;
export type Evaluation = v.InferOutput<typeof evaluation>;
export type Expression = v.InferOutput<typeof expression>;
export type Restriction = v.InferOutput<typeof restriction>;
