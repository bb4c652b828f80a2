import type { InferenceEndpointConfig } from '@kbn/core/server';
import * as v from 'valibot';
import { chatUrl } from '../../../../common/azure/chat_url';
import { SetupError } from '../../../../common/problem';
import { sameText } from '../../../../common/values/same_text';
import { clouds } from '../../../core/azure/clouds';
import type { ExistingTarget, TargetAuth, TargetSpec } from '../../../core/targets/target';
import type { EndpointInfo } from './endpoint_answers';

const service = 'azureopenai';
export const taskType = 'chat_completion';

/** Id under which new settings of an endpoint are tried. At most 64 characters, and like the endpoint's own it ends with the run. */
export const trialIdOf = (id: string): string => `trial-${id.slice(-58)}`;

/** Host suffix of the endpoints that the service can call: Elasticsearch knows no other. */
const suffix = clouds.public.openAi;

/** The settings of the service that a secret is not part of. */
const settings = v.object({
  resource_name: v.string(),
  // No URL can hold half of a surrogate pair.
  deployment_id: v.pipe(v.string(), v.regex(/^\P{Surrogate}*$/u)),
  api_version: v.string(),
  // Of endpoints without keys. Whether Elasticsearch shows the tenant is not known.
  client_id: v.optional(v.string()),
  tenant_id: v.optional(v.string()),
});
export type Settings = v.InferOutput<typeof settings>;

/** The settings of an endpoint of ours; undefined if setup cannot have created it. */
export function settingsOf(info: EndpointInfo): Settings | undefined {
  if (info.service !== service || info.task_type !== taskType) return undefined;
  const parsed = v.safeParse(settings, info.service_settings);
  return parsed.success ? parsed.output : undefined;
}

/** The URL that Elasticsearch calls. */
function urlOf({ resource_name: resource, deployment_id: id, api_version: version }: Settings) {
  // A name with other characters than those of a host name could lead elsewhere.
  if (!/^[a-z0-9-]+$/i.test(resource)) return undefined;
  const url = new URL(chatUrl(`https://${resource}.${suffix}`, id));
  url.searchParams.set('api-version', version);
  return url.toString();
}

export function toExisting(id: string, found: Settings): ExistingTarget {
  const url = urlOf(found);
  const { client_id: clientId } = found;
  return { id, name: id, ...(url && { url }), ...(clientId && { clientId }) };
}

const pathOf = /^\/openai\/deployments\/([^/]+)\/chat\/completions$/;

/** Resource, deployment and version of the API, from the chat completions URL. */
function addressOf(url: string): Pick<Settings, 'resource_name' | 'deployment_id' | 'api_version'> {
  const { hostname, pathname, searchParams } = new URL(url);
  const deployment = pathOf.exec(pathname)?.[1];
  const resource = hostname.endsWith(`.${suffix}`) ? hostname.slice(0, -suffix.length - 1) : '';
  if (!resource || resource.includes('.') || deployment === undefined) {
    throw new SetupError({ code: 'inference_host_unsupported', detail: { host: hostname } });
  }
  return {
    resource_name: resource,
    deployment_id: decodeURIComponent(deployment),
    api_version: searchParams.get('api-version') ?? '',
  };
}

/** What an error text must not repeat. */
export const secretsIn = ({ auth }: TargetSpec): string[] => [
  'apiKey' in auth ? auth.apiKey : auth.clientSecret,
];

/** The credentials, whole: `_update` takes them in no other way. */
export const authSettings = (auth: TargetAuth): Record<string, unknown> =>
  'apiKey' in auth
    ? { api_key: auth.apiKey }
    : {
        client_id: auth.clientId,
        client_secret: auth.clientSecret,
        tenant_id: auth.tenantId,
        scopes: [`${clouds.public.dataAudience}/.default`],
      };

/** No setting beyond these: Elasticsearch prints unknown ones in its refusal, values included. */
export const configOf = ({ url, auth }: TargetSpec): InferenceEndpointConfig => ({
  service,
  service_settings: { ...addressOf(url), ...authSettings(auth) },
});

/** The application that the endpoint signs in as; of one with a key, none. */
const isSameApplication = (found: Settings, auth: TargetAuth): boolean => {
  const wanted = 'clientId' in auth ? auth : undefined;
  const { client_id: clientId, tenant_id: tenantId } = found;
  if (!sameText(clientId, wanted?.clientId)) return false;
  return tenantId === undefined || sameText(tenantId, wanted?.tenantId);
};

/** True if the endpoint calls the same deployment in the same way. Azure tells neither names nor ids apart by case. */
export const isAsSpecified = (found: Settings, { url, auth }: TargetSpec): boolean => {
  const wanted = addressOf(url);
  return (
    sameText(found.resource_name, wanted.resource_name) &&
    sameText(found.deployment_id, wanted.deployment_id) &&
    found.api_version === wanted.api_version &&
    isSameApplication(found, auth)
  );
};
