import type { PolicyFinding } from '../../azure';

export type Subject = Pick<PolicyFinding, 'about' | 'tagName'>;

/** Policies write a tag as `tags.owner`, `tags[owner]` or `tags['owner']`. */
const tagPattern = /^tags(?:\.(.+)|\[['"]?(.+?)['"]?\])$/i;

/** Maps a policy's path or alias to the property of the request. */
export function subjectOf(field: string): Subject {
  const [, dotted, bracketed] = tagPattern.exec(field) ?? [];
  const tagName = dotted ?? bracketed;
  if (tagName) return { about: 'tag', tagName };
  if (/^location$/i.test(field)) return { about: 'location' };
  if (/(\/deployments\/|^properties\.)model\.name$/i.test(field)) return { about: 'model' };
  if (/publicNetworkAccess|networkAcls/i.test(field)) return { about: 'public_access' };
  if (/disableLocalAuth/i.test(field)) return { about: 'local_auth' };
  return { about: 'other' };
}

/** Rules often start with their conditions on locations and tags; the denied property is more specific. */
const particular: readonly Subject['about'][] = [
  'local_auth',
  'public_access',
  'model',
  'tag',
  'location',
  'other',
];

export const byParticularity = (a: Subject, b: Subject): number =>
  particular.indexOf(a.about) - particular.indexOf(b.about);
