import * as v from 'valibot';
import type { Kibana } from '../../kibana';
import { callKibana } from './ask';

export const defaultKey = 'genAiSettings:defaultAIConnector';
export const onlyKey = 'genAiSettings:defaultAIConnectorOnly';

/** Actions of a person on Kibana's own pages; a refusal is thrown. */
export async function onPage(
  kibana: Kibana,
  method: string,
  path: string,
  options: Parameters<typeof callKibana>[3] = {},
): Promise<unknown> {
  const answer = await callKibana(kibana, method, path, options);
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  const body: unknown = text === '' ? undefined : JSON.parse(text);
  return body;
}

/** Calls Elasticsearch through Kibana's console. */
export const inConsole = (kibana: Kibana, method: string, path: string, body?: unknown) =>
  onPage(kibana, 'POST', `/api/console/proxy?${new URLSearchParams({ method, path }).toString()}`, {
    body,
  });

/** `null` takes a setting away. */
export const setSettings = (kibana: Kibana, changes: Record<string, unknown>, space = 'default') =>
  onPage(kibana, 'POST', `/s/${space}/internal/kibana/settings`, { body: { changes } });

const settingsShape = v.object({
  settings: v.record(v.string(), v.looseObject({ userValue: v.optional(v.unknown()) })),
});

/** A node believes what it read of a space for 5 seconds. */
export async function defaultModelIn(kibana: Kibana, space = 'default'): Promise<unknown> {
  const answer = await onPage(kibana, 'GET', `/s/${space}/internal/kibana/settings`);
  return v.parse(settingsShape, answer).settings[defaultKey]?.userValue;
}

export const openAiConfig = {
  apiProvider: 'OpenAI',
  apiUrl: 'https://api.openai.com/v1/chat/completions',
};

/** Creates a connector by hand, by default one to OpenAI itself. */
export const createConnector = (
  kibana: Kibana,
  id: string,
  name: string,
  config: Record<string, string> = openAiConfig,
) =>
  onPage(kibana, 'POST', `/api/actions/connector/${id}`, {
    body: { name, connector_type_id: '.gen-ai', config, secrets: { apiKey: 'key' } },
  });

export const deleteConnector = (kibana: Kibana, id: string) =>
  onPage(kibana, 'DELETE', `/api/actions/connector/${id}`);
