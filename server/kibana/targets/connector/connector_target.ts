import type {
  ActionsClient,
  Connector,
  PluginSetupContract,
  PluginStartContract,
} from '@kbn/actions-plugin/server';
import type { CoreStart, KibanaRequest } from '@kbn/core/server';
import { SetupError, unlessFailure, unlessSetupError } from '../../../../common/problem';
import { isAtLeast } from '../../../../common/targets/kibana_version';
import { ask } from './ask';
import type { Execute } from './execute';
import { chat } from './chat';
import { bounded, type CallOptions } from '../../../core/targets/bounded';
import { azureProvider, connectorConfig } from './connector_config';
import { reach } from './reach';
import { runProbe } from './probe';
import type { Target, TargetSpec, ExistingTarget } from '../../../core/targets/target';
import { readKibanaReadiness, type KibanaReadinessServices } from '../kibana_readiness';
import { statusOf } from '../../status_of';

const connectorType = '.gen-ai';

export interface ConnectorServices extends KibanaReadinessServices {
  actionsSetup: PluginSetupContract;
  actions: PluginStartContract;
  core: KibanaReadinessServices['core'] & Pick<CoreStart, 'capabilities'>;
  canEncrypt: boolean;
  /** Version of the running Kibana, because newer minors accept more config keys. */
  kibanaVersion: string;
  spaceOf(request: KibanaRequest): string;
}

/** Until 9.3, a task acts in the default space, even if it was scheduled in another space (elastic/kibana 240025). */
function unsupportedSpace(kibanaVersion: string, space: string): string | undefined {
  return isAtLeast(kibanaVersion, [9, 3]) || space === 'default' ? undefined : space;
}

/** Problems by the HTTP status of the actions client. */
function refusal(error: unknown): SetupError {
  if (error instanceof SetupError) return error;
  const status = statusOf(error);
  if (status === 401) return new SetupError({ code: 'task_key_rejected' });
  if (status === 409) return new SetupError({ code: 'connector_conflict' });
  if (status === 403) return new SetupError({ code: 'connector_privilege_missing' });
  // `ActionTypeDisabledError`: `config`, or `license_unavailable`, `license_invalid`, `license_expired`.
  if (error instanceof Error && 'reason' in error) {
    const byLicense = String(error.reason).startsWith('license');
    return new SetupError({ code: byLicense ? 'license_insufficient' : 'connector_type_disabled' });
  }
  return new SetupError({ code: 'connector_refused', ...(status ? { detail: { status } } : {}) });
}

const toExisting = ({ id, name, config, isMissingSecrets }: Connector): ExistingTarget => {
  const { apiUrl: url, apiProvider: provider, defaultModel: model } = config ?? {};
  return {
    id,
    name,
    ...(typeof url === 'string' && { url }),
    ...(typeof model === 'string' && { model }),
    ...(provider === azureProvider && { isForAzure: true }),
    ...(isMissingSecrets && { isMissingSecrets }),
  };
};

/** Rules refer to a preconfigured connector in a way that Kibana does not count. */
const toListed = (connector: Awaited<ReturnType<ActionsClient['getAll']>>[number]) => {
  const { isPreconfigured, referencedByCount: references } = connector;
  return {
    ...toExisting(connector),
    ...(isPreconfigured && { isPreconfigured }),
    ...(!isPreconfigured && typeof references === 'number' && { references }),
  };
};

/** True if setup can have created it; a preconfigured connector can have any id, too. */
const isGenAiConnector = ({ actionTypeId, isPreconfigured, isSystemAction }: Connector): boolean =>
  actionTypeId === connectorType && !isPreconfigured && !isSystemAction;

function toAction({ name, auth, ...facts }: TargetSpec, kibanaVersion: string) {
  if (!('apiKey' in auth)) throw new SetupError({ code: 'unexpected' });
  const { apiKey } = auth;
  return { name, config: { ...connectorConfig({ ...facts, kibanaVersion }) }, secrets: { apiKey } };
}

/** Kibana's connectors, as the person and in the space of the request. */
export function createConnectorTarget(
  { actionsSetup, actions, licensing, core, canEncrypt, kibanaVersion, spaceOf }: ConnectorServices,
  request: KibanaRequest,
): Target<'connector'> {
  const client = () => actions.getActionsClientWithRequest(request);
  const executing =
    (actionId: string): Execute =>
    async (params) =>
      (await client()).execute({ actionId, params });
  /** The refusals of Kibana itself are named. */
  const named = <T>(call: Promise<T>): Promise<T> =>
    call.catch((error: unknown) => {
      throw refusal(error);
    });
  /** Calls the actions client with a timeout, and converts its errors to problems. */
  const call = <T>(act: (client: ActionsClient) => Promise<T>, options?: CallOptions): Promise<T> =>
    named(bounded(async () => act(await client()), options));
  const found = async (id: string, options?: CallOptions) =>
    call(
      async (actionsClient) =>
        actionsClient.get({ id }).catch((error: unknown) => {
          if (statusOf(error) === 404) return undefined;
          throw error;
        }),
      options,
    );

  return {
    async readiness() {
      const [kibana, capabilities] = await bounded(() =>
        Promise.all([
          readKibanaReadiness({ licensing, core }),
          core.capabilities.resolveCapabilities(request, { capabilityPath: 'actions.*' }),
        ]),
      );
      return {
        ...kibana,
        canEncrypt: canEncrypt && actionsSetup.getActionsHealth().hasPermanentEncryptionKey,
        isEnabled: actionsSetup.isActionTypeEnabled(connectorType, { notifyUsage: false }),
        canCreate: capabilities.actions?.save === true,
        unsupportedSpace: unsupportedSpace(kibanaVersion, spaceOf(request)),
        allowsUrl: (url) => actionsSetup.getActionsConfigurationUtilities().isUriAllowed(url),
      };
    },

    reach: (url) => {
      const actionsConfig = actionsSetup.getActionsConfigurationUtilities();
      return reach(url, {
        proxy: actionsConfig.getProxySettings(),
        verificationMode: actionsConfig.getSSLSettings().verificationMode,
      });
    },

    async look(id, options) {
      const connector = await found(id, options);
      if (!connector) return undefined;
      if (isGenAiConnector(connector)) return toExisting(connector);
      throw new SetupError({ code: 'connector_conflict', detail: { name: connector.name } });
    },

    idsOf: (id) => [id],

    async list(options) {
      // Without an encryption key, there is no actions client; a check reports it.
      if (!canEncrypt) return undefined;
      // A check reports the missing privilege.
      const all = await unlessFailure(
        call((actionsClient) => actionsClient.getAll(), options),
        'connector_privilege_missing',
      );
      return all?.filter(({ actionTypeId }) => actionTypeId === connectorType).map(toListed);
    },

    async create(connector, options) {
      const action = { actionTypeId: connectorType, ...toAction(connector, kibanaVersion) };
      const { id } = connector;
      await call((actionsClient) => actionsClient.create({ action, options: { id } }), options);
      return undefined;
    },

    async update(connector, options) {
      const action = toAction(connector, kibanaVersion);
      const { id } = connector;
      await call((actionsClient) => actionsClient.update({ id, action }), options);
      return undefined;
    },

    async remove(id, options) {
      await call(
        (actionsClient) =>
          actionsClient.delete({ id }).catch((error: unknown) => {
            if (statusOf(error) !== 404) throw error;
          }),
        options,
      );
    },

    ask: (id, options) => named(ask(executing(id), options)),

    chat: (id, question, options) => named(chat(executing(id), question, options)),

    probes: ['stream', 'tools'],

    async probe(id, probe, options) {
      if (probe === 'assistants') throw new SetupError({ code: 'unexpected' });
      // An unreadable connector fails its probe below.
      const connector = await unlessSetupError(found(id, options));
      const temperature = connector?.config?.temperature;
      return runProbe(probe, {
        execute: executing(id),
        // The assistants' default.
        temperature: typeof temperature === 'number' ? temperature : 0,
        ...options,
      });
    },
  };
}
