import * as v from 'valibot';
import type { Fix } from '../../../../common/check';
import * as fields from '../../../../common/fields';
import type { SetupRequest } from '../../../../common/setup_request';
import { sameText } from '../../../../common/values/same_text';
import type { PolicyFinding } from '../../azure/azure';
import { fail, type Finding } from '../check';
import { shortList } from '../../short_list';

type Required = Pick<PolicyFinding, 'tagName' | 'allowed'>;

/** Each tag once, regardless of case, with the values that all of its policies accept. */
function merged(
  required: readonly Required[],
): Array<{ name: string; allowed?: readonly string[] }> {
  const names = required.flatMap(({ tagName }) => (tagName ? [tagName] : []));
  const distinct = names.filter(
    (name, index) => names.findIndex((one) => sameText(one, name)) === index,
  );
  return distinct.map((name) => {
    const lists = required.flatMap(({ tagName = '', allowed }) =>
      allowed && sameText(tagName, name) ? [allowed] : [],
    );
    const [first = [], ...others] = lists;
    return { name, allowed: first.filter((value) => others.every((list) => list.includes(value))) };
  });
}

/**
 * A fix that adds all required tags: each with the first accepted value, else empty for the person to enter. None if it
 * would break the rules for tags.
 */
export function addTags({ tags }: SetupRequest, required: readonly Required[]): Fix[] {
  const wanted = merged(required);
  const otherTags = Object.entries(tags).filter(
    ([name]) => !wanted.some((one) => sameText(one.name, name)),
  );
  const added = wanted.map(({ name, allowed = [] }) => [name, allowed[0] ?? ''] as const);
  const change = { tags: Object.fromEntries([...otherTags, ...added]) };
  if (wanted.length === 0 || !v.is(fields.tags, change.tags)) return [];
  const { text } = shortList(
    added.map(([name]) => name),
    10,
  );
  const [[, value] = ['', '']] = added;
  const empty = added.filter(([, given]) => given === '').length;
  const detail = {
    tagName: text,
    count: added.length,
    empty,
    ...(added.length === 1 ? { value } : {}),
  };
  return [{ code: 'add_tag', change, detail }];
}

/** Merges several missing tags into one problem. */
export function missingTags(request: SetupRequest, findings: readonly PolicyFinding[]): Finding {
  const names = merged(findings).map(({ name }) => name);
  const policies = [...new Set(findings.map(({ policy }) => policy))];
  const detail = {
    policy: shortList(policies).text,
    location: request.location,
    tagName: shortList(names, 10).text,
    count: names.length,
  };
  return fail(
    { code: 'policy_requires_tag', field: 'tags', detail },
    ...addTags(request, findings),
  );
}
