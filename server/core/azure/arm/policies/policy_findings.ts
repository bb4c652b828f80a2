import { own } from '../../../../../common/values/own';
import { sameText } from '../../../../../common/values/same_text';
import { toRegionName } from '../answers/normalize';
import type { PolicyFinding } from '../../azure';
import type {
  Evaluation,
  Expression,
  PolicyAnswer,
  PolicyReference,
  Restriction,
} from './policy_answer';
import { byParticularity, subjectOf, type Subject } from './policy_subject';

/** A finding before its policy's display name is read. */
type Found = Omit<PolicyFinding, 'subject' | 'policy' | 'assignment'> & {
  policy: PolicyReference;
};

/** The value that the account would have in a field; undefined if it has none. */
export type Own = (field: string) => string | undefined;

/** The effects that block or change the account; others, such as audit, are ignored. */
const effects: Readonly<Record<string, PolicyFinding['effect']>> = {
  deny: 'deny',
  modify: 'modify',
  append: 'modify',
};
const effectOf = (effect = ''): PolicyFinding['effect'] | undefined =>
  own(effects, effect.toLowerCase());

/** Azure has about 80 regions, and tag values up to 256 characters. */
const maximumValues = 200;
const longestValue = 256;

/** The accepted values of a property that the person can choose. */
function withAllowed(found: Found, values: readonly string[]): Found {
  const texts = values.slice(0, maximumValues).filter(({ length }) => length <= longestValue);
  const allowed = found.about === 'location' ? texts.map(toRegionName) : texts;
  const chosen = ['location', 'tag', 'model'].includes(found.about);
  return chosen && allowed.length > 0 ? { ...found, allowed } : found;
}

const isFalse = ({ result = '' }: Expression): boolean => result.toLowerCase() === 'false';
const subjectIn = ({ path, expression = '' }: Expression): Subject => subjectOf(path ?? expression);

/** A rule is `notIn` or `not in`; many also exclude the location `global`. */
function acceptedBy(expression: Expression): unknown[] {
  const wording = isFalse(expression) ? /^(in|equals)$/i : /^(notIn|notEquals)$/i;
  if (!wording.test(expression.operator ?? '')) return [];
  return [expression.targetValue].flat().filter((value) => value !== 'global');
}

function fromEvaluation(found: Evaluation): Found[] {
  const effect = effectOf(found.effectDetails.policyEffect);
  if (!effect || found.evaluationResult !== 'NonCompliant') return [];
  const expressions = found.evaluationDetails.evaluatedExpressions;
  const mostParticular = (all: Expression[]): Subject | undefined =>
    all
      .map(subjectIn)
      .sort(byParticularity)
      .find(({ about }) => about !== 'other');
  const subject = mostParticular(expressions.filter((one) => !isFalse(one))) ??
    mostParticular(expressions) ?? { about: 'other' };
  const accepted = expressions
    .filter((one) => byParticularity(subjectIn(one), subject) === 0)
    .filter((one) => subjectIn(one).tagName === subject.tagName)
    .flatMap(acceptedBy)
    .filter((value) => typeof value === 'string');
  return [withAllowed({ effect, policy: found.policyInfo, ...subject }, accepted)];
}

function objects({ result, values }: Restriction, own: string | undefined): boolean {
  const listed = values.some((value) => value.toLowerCase() === own?.toLowerCase());
  const has = own !== undefined;
  if (result === 'Required') return !has || (values.length > 0 && !listed);
  if (result === 'Deny') return has && (values.length === 0 || listed);
  return result === 'Removed' && has;
}

function fromRestriction(field: string, found: Restriction, own: Own): Found[] {
  const effect = effectOf(found.policyEffect);
  const subject = subjectOf(field);
  if (!effect || subject.about === 'other' || !objects(found, own(field))) return [];
  const accepted = found.result === 'Required' ? found.values : [];
  return [withAllowed({ effect, policy: found.policy, ...subject }, accepted)];
}

const samePolicy = ({ policy: one }: Found, { policy: other }: Found): boolean =>
  sameText(one.policyAssignmentId, other.policyAssignmentId) &&
  sameText(one.policyDefinitionId, other.policyDefinitionId) &&
  sameText(one.policyDefinitionReferenceId, other.policyDefinitionReferenceId);

const sameSubject = (one: Found, other: Found): boolean =>
  one.about === other.about && sameText(one.tagName, other.tagName);

/** Merges a policy's content evaluation and field restriction into one finding. */
function merge(all: Found[], next: Found): Found[] {
  const known = all.find((one) => samePolicy(one, next) && sameSubject(one, next));
  if (!known) return [...all, next];
  return all.map((one) => (one === known ? { ...next, ...known } : one));
}

/** The policies in the response that affect the account, once per policy and property. */
export function policyFindings(answer: PolicyAnswer, own: Own): Found[] {
  const all = [
    ...answer.policyEvaluations.flatMap(fromEvaluation),
    ...answer.fieldRestrictions.flatMap(({ field, restrictions }) =>
      restrictions.flatMap((one) => fromRestriction(field, one, own)),
    ),
  ].reduce(merge, []);
  const isNamed = (found: Found) =>
    all.some((one) => one.about !== 'other' && samePolicy(one, found));
  return all.filter((found) => found.about !== 'other' || !isNamed(found));
}
