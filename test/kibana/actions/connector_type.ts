import Boom from '@hapi/boom';
import * as v from 'valibot';
import { explain } from '../../shapes';
import type { License } from '../licensing';
import { actionTypeDisabled, type ActionsConfig } from './actions_config';
import { genAiConfigSchema, genAiSecretsSchema } from './gen_ai_schemas';

export const genAi = '.gen-ai';

/** The only connector type of this host, with Kibana's validation messages and order. */
export function createConnectorTypes(version: string, config: ActionsConfig, license: License) {
  const configSchema = genAiConfigSchema(version);

  const ensureKnown = (id: string) => {
    if (id !== genAi) throw Boom.badRequest(`Action type "${id}" is not registered.`);
  };
  const isLicensed = () => license.hasAtLeast('enterprise');

  return {
    ensureKnown,
    isEnabled(id: string) {
      if (!config.isActionTypeEnabled(id)) return false;
      ensureKnown(id);
      return isLicensed();
    },
    ensureEnabled(id: string) {
      config.ensureActionTypeEnabled(id);
      if (isLicensed()) return;
      throw actionTypeDisabled(
        `Action type ${id} is disabled because your ${license.type} license does not support it. Please upgrade your license.`,
        'license_invalid',
      );
    },
    validateConfig: (given: unknown) =>
      validated('connector type config', () => {
        const value = v.parse(configSchema, given);
        checkUrl(value.apiUrl, config);
        return value;
      }),
    validateSecrets: (given: unknown) =>
      validated('connector type secrets', () => {
        const value = v.parse(genAiSecretsSchema, given);
        if (value.apiKey) return value;
        throw new Error('[apiKey]: expected value of type [string] but got [undefined]');
      }),
  };
}
export type ConnectorTypes = ReturnType<typeof createConnectorTypes>;

function checkUrl(url: string, config: ActionsConfig) {
  const refuse = (text: string) => {
    throw new Error(`Error configuring OpenAI action: Error: ${text}`);
  };
  assertUrl(url, refuse);
  try {
    config.ensureUriAllowed(url);
  } catch (error) {
    refuse(`error validating url: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Calls `refuse` with the problem of the URL. */
export function assertUrl(url: string, refuse: (text: string) => void) {
  if (!URL.canParse(url)) return refuse('URL Error: Invalid URL');
  const { hostname, protocol } = new URL(url);
  if (!hostname) return refuse('URL Error: URL must contain hostname');
  if (!['http:', 'https:'].includes(protocol)) return refuse('URL Error: Invalid protocol');
}

export function validated<T>(what: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const message = v.isValiError(error)
      ? explain(error.issues)
      : error instanceof Error
        ? error.message
        : String(error);
    throw Boom.badRequest(`error validating ${what}: ${message}`);
  }
}
