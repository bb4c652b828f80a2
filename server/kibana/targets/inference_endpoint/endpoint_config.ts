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

/**
 * Temporary id for testing new settings of an endpoint. At most 64 characters, with the same suffix as the endpoint's
 * id.
 */
export const trialIdOf = (id: string): string => `trial-${id.slice(-58)}`;

/** The only host suffix that the Elasticsearch service supports. */
const suffix = clouds.public.openAi;

/** The service settings without secrets. */
const settings = v.object({
  resource_name: v.string(),
  // A URL cannot contain a lone surrogate.
  deployment_id: v.pipe(v.string(), v.regex(/^\P{Surrogate}*$/u)),
  api_version: v.string(),
  // For keyless endpoints. It is unknown whether Elasticsearch returns the tenant.
  client_id: v.optional(v.string()),
  tenant_id: v.optional(v.string()),
});
export type Settings = v.InferOutput<typeof settings>;

/** The settings of an endpoint; undefined if setup cannot have created it. */
export function settingsOf(info: EndpointInfo): Settings | undefined {
  if (info.service !== service || info.task_type !== taskType) return undefined;
  const parsed = v.safeParse(settings, info.service_settings);
  return parsed.success ? parsed.output : undefined;
}

/** The URL that Elasticsearch calls. */
function urlOf({ resource_name: resource, deployment_id: id, api_version: version }: Settings) {
  // Other characters in the name could change the host.
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

/** Resource, deployment and API version, from the chat completions URL. */
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

/** The secrets to redact from error texts. */
export const secretsIn = ({ auth }: TargetSpec): string[] => [
  'apiKey' in auth ? auth.apiKey : auth.clientSecret,
];

/** The complete credentials, as `_update` requires. */
export const authSettings = (auth: TargetAuth): Record<string, unknown> =>
  'apiKey' in auth
    ? { api_key: auth.apiKey }
    : {
        client_id: auth.clientId,
        client_secret: auth.clientSecret,
        tenant_id: auth.tenantId,
        scopes: [`${clouds.public.dataAudience}/.default`],
      };

/** Only known settings, because Elasticsearch repeats unknown ones with their values in the error. */
export const configOf = ({ url, auth }: TargetSpec): InferenceEndpointConfig => ({
  service,
  service_settings: { ...addressOf(url), ...authSettings(auth) },
});

/** True if the endpoint signs in as the same application, or both use a key. */
const isSameApplication = (found: Settings, auth: TargetAuth): boolean => {
  const wanted = 'clientId' in auth ? auth : undefined;
  const { client_id: clientId, tenant_id: tenantId } = found;
  if (!sameText(clientId, wanted?.clientId)) return false;
  return tenantId === undefined || sameText(tenantId, wanted?.tenantId);
};

/** True if the endpoint calls the same deployment with the same authentication, ignoring case. */
export const isAsSpecified = (found: Settings, { url, auth }: TargetSpec): boolean => {
  const wanted = addressOf(url);
  return (
    sameText(found.resource_name, wanted.resource_name) &&
    sameText(found.deployment_id, wanted.deployment_id) &&
    found.api_version === wanted.api_version &&
    isSameApplication(found, auth)
  );
};
