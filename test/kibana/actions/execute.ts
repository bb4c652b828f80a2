import * as v from 'valibot';
import { object, record } from '../../shapes';
import { messageOf } from '../config/unknown_values';
import { subActions, type GenAiConnector } from './gen_ai_connector';
import type { RequestOptions } from './gen_ai_request';
import { storedConfigSchema } from './gen_ai_schemas';
import { genAi, validated, type ConnectorTypes } from './connector_type';

interface DecryptedConnector {
  id: string;
  name: string;
  actionTypeId: string;
  config: unknown;
  secrets: unknown;
}

interface ExecutorResult {
  actionId: string;
  status: 'ok' | 'error';
  message?: string;
  serviceMessage?: string;
  data?: unknown;
  retry?: boolean;
  errorSource?: 'user' | 'framework';
}

const executorParams = object({
  subAction: v.string(),
  subActionParams: v.optional(record(v.unknown())),
});
const secretsSchema = object({ apiKey: v.optional(v.string()) });

/** Runs a sub-action. A failure of the provider is a result, not an exception. */
export async function executeConnector(
  connector: DecryptedConnector,
  params: unknown,
  types: ConnectorTypes,
  options: RequestOptions,
): Promise<ExecutorResult> {
  const { id: actionId, name } = connector;
  types.ensureEnabled(connector.actionTypeId);
  const label = `${genAi}:${actionId}: ${name}`;
  let call: v.InferOutput<typeof executorParams>;
  try {
    call = validated('action params', () => v.parse(executorParams, params));
    types.validateConfig(connector.config);
    types.validateSecrets(connector.secrets);
  } catch (error) {
    return {
      actionId,
      status: 'error',
      message: messageOf(error),
      retry: false,
      errorSource: 'user',
    };
  }
  try {
    const data = await runSubAction(connector, call, options);
    return { actionId, status: 'ok', data: data ?? {} };
  } catch (error) {
    const serviceMessage = messageOf(error);
    const message = 'an error occurred while running the action';
    options.log.warn(
      `action execution failure: ${label}: ${message}: ${serviceMessage}; retry: true`,
    );
    return {
      actionId,
      status: 'error',
      message,
      serviceMessage,
      retry: true,
      errorSource: 'framework',
    };
  }
}

async function runSubAction(
  { id, name, config, secrets }: DecryptedConnector,
  { subAction, subActionParams }: v.InferOutput<typeof executorParams>,
  options: RequestOptions,
) {
  const act = subActions.get(subAction);
  if (!act) {
    throw new Error(
      `Sub action "${subAction}" is not registered. Connector id: ${id}. Connector name: ${name}. Connector type: ${genAi}`,
    );
  }
  const { apiKey } = v.parse(secretsSchema, secrets);
  const connector: GenAiConnector = {
    id,
    config: v.parse(storedConfigSchema, config),
    secrets: { ...(apiKey !== undefined && { apiKey }) },
  };
  return act(connector, subActionParams, options);
}
