import type { Reply } from '../http/message';
import { armError, refusals } from './arm_error';

/** The API versions of each provider. */
const versions: Readonly<Record<string, readonly string[]>> = {
  'microsoft.cognitiveservices': [
    '2026-05-01',
    '2026-03-01',
    '2025-12-01',
    '2025-10-01-preview',
    '2025-09-01',
    '2025-07-01-preview',
    '2025-06-01',
    '2025-04-01-preview',
    '2024-10-01',
    '2024-06-01-preview',
    '2024-04-01-preview',
    '2023-10-01-preview',
    '2023-05-01',
    '2022-12-01',
    '2022-10-01',
    '2022-03-01',
    '2021-10-01',
    '2021-04-30',
    '2017-04-18',
  ],
  'microsoft.policyinsights': [
    '2024-10-01',
    '2023-03-01',
    '2022-03-01',
    '2020-07-01-preview',
    '2020-07-01',
  ],
  'microsoft.authorization/locks': ['2020-05-01', '2017-04-01', '2016-09-01', '2015-01-01'],
  'microsoft.authorization/permissions': [
    '2022-05-01-preview',
    '2022-04-01',
    '2018-07-01',
    '2018-01-01-preview',
    '2015-07-01',
  ],
  'microsoft.authorization/roleassignments': [
    '2022-04-01',
    '2020-10-01-preview',
    '2020-04-01-preview',
    '2018-07-01',
    '2015-07-01',
  ],
  'microsoft.authorization': [
    '2025-03-01',
    '2025-01-01',
    '2024-05-01',
    '2024-04-01',
    '2023-04-01',
    '2022-06-01',
    '2021-06-01',
    '2020-09-01',
    '2019-09-01',
  ],
  subscriptions: [
    '2022-12-01',
    '2022-09-01',
    '2021-01-01',
    '2020-01-01',
    '2019-11-01',
    '2019-06-01',
    '2018-06-01',
    '2016-06-01',
  ],
  resources: [
    '2025-04-01',
    '2025-03-01',
    '2024-11-01',
    '2024-07-01',
    '2024-03-01',
    '2023-07-01',
    '2022-09-01',
    '2021-04-01',
    '2021-01-01',
    '2020-10-01',
    '2020-06-01',
    '2019-10-01',
    '2019-05-01',
    '2018-05-01',
  ],
};

/** Tenants, subscriptions and their locations have versions of their own. */
const ofSubscriptions = /^\/(tenants|subscriptions(\/[^/]+(\/locations)?)?)\/?$/i;

/** The provider's namespace and the type of what the path names last. */
function typeIn(path: string): { namespace: string; type: string } | undefined {
  const [, namespace, rest = ''] = /.*\/providers\/([^/]+)\/(.+)$/i.exec(path) ?? [];
  if (namespace === undefined || rest === 'register') return undefined;
  const [type = '', , child] = rest.split('/');
  return { namespace, type: child === undefined ? type : `${type}/${child}` };
}

function knownVersions(path: string): readonly string[] {
  if (ofSubscriptions.test(path)) return versions.subscriptions ?? [];
  const found = typeIn(path);
  if (!found) return versions.resources ?? [];
  const namespace = found.namespace.toLowerCase();
  const [type = ''] = found.type.toLowerCase().split('/');
  return versions[`${namespace}/${type}`] ?? versions[namespace] ?? versions.resources ?? [];
}

/** ARM's refusal of a call without a version, or with one that its provider does not have. */
export function apiVersionRefusal({ pathname, searchParams }: URL): Reply | undefined {
  const version = searchParams.get('api-version');
  if (version === null || version === '') return refusals.apiVersionMissing();
  const known = knownVersions(pathname);
  if (known.includes(version.toLowerCase())) return undefined;
  const found = typeIn(pathname);
  if (!found || !/^\d{4}-\d\d-\d\d(-preview)?$/.test(version))
    return refusals.apiVersionInvalid(version, known);
  const { namespace, type } = found;
  return /\/resourceGroups\//i.test(pathname)
    ? armError(
        400,
        'NoRegisteredProviderFound',
        `No registered resource provider found for location 'eastus2' and API version '${version}' for type '${type}'. The supported api-versions are '${known.join(', ')}'. The supported locations are 'eastus2, swedencentral'.`,
      )
    : armError(
        404,
        'InvalidResourceType',
        `The resource type '${type}' could not be found in the namespace '${namespace}' for api version '${version}'. The supported api-versions are '${known.join(',')}'.`,
      );
}

/** The newest stable version for this path. */
export const newestVersion = (path: string): string =>
  knownVersions(path.split('?')[0] ?? '').find((version) => !version.includes('preview')) ?? '';
