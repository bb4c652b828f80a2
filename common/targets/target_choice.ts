import { endpointOf } from '../azure/endpoint';
import { hostOf } from '../values/host_of';
import { refusesTemperature, toolsNeedReasoningEffort } from '../models/model_limits';
import type { SetupRequest } from '../setup_request';
import type { Cloud } from '../sign_in';
import { keylessRefusal } from './keyless_refusal';
import type { TargetReason } from './target_reasons';
import {
  deprecatesConnector,
  hidesConnector,
  listsEndpoints,
  sendsTemperature,
} from './target_versions';
import { targetKinds, type TargetChoice, type TargetKind } from './targets';

/** Facts about this Kibana and the person. */
export interface KibanaTargetFacts {
  /** For example `9.4.0`. Elasticsearch has the same minor version, or a newer one. */
  kibanaVersion: string;
  /** False if the connector type is disabled in Kibana's settings. */
  connectorEnabled?: boolean | undefined;
  /** False if Kibana or Elasticsearch does not support endpoints. */
  endpointSupported?: boolean | undefined;
  /** Privileges of the person; absent if they cannot be read, which counts as granted. */
  privileges: {
    connector?: boolean | undefined;
    manageInference?: boolean | undefined;
    monitorInference?: boolean | undefined;
  };
}

export interface TargetFacts
  extends KibanaTargetFacts, Pick<SetupRequest, 'modelName' | 'authentication' | 'networkAccess'> {
  cloud: Cloud;
  /** Host of the account's OpenAI endpoint; absent while it is unknown. */
  endpointHost?: string | undefined;
  /** Suffix of such hosts in the cloud; absent while it is unknown. */
  openAiSuffix?: string | undefined;
  /** True for an existing account that accepts no keys. */
  keysDisabled?: boolean | undefined;
}

export interface TargetAdvice {
  /** Reasons why a choice is not possible; empty if it is. */
  refusals: Record<TargetChoice, readonly TargetReason[]>;
  /** Risks of a possible kind. */
  cautions: Record<TargetKind, readonly TargetReason[]>;
  /** One kind; both are created only if a person chooses that. */
  preselected: TargetKind;
  /** Why it is preselected, most important reason first; never empty. */
  reasons: readonly [TargetReason, ...TargetReason[]];
}

const applying = (judged: ReadonlyArray<readonly [boolean, TargetReason]>): TargetReason[] =>
  judged.flatMap(([applies, reason]) => (applies ? [reason] : []));

/**
 * True if one label precedes the suffix: Elasticsearch's service `azureopenai` takes this resource name and appends the
 * suffix of the public cloud.
 */
const isOwnHost = (host: string, suffix: string): boolean => {
  const [label = '', ...rest] = host.toLowerCase().split('.');
  return /^[a-z0-9-]+$/.test(label) && rest.join('.') === suffix;
};

function endpointRefusals(facts: TargetFacts): TargetReason[] {
  const { endpointHost, openAiSuffix, privileges } = facts;
  const isHostKnown = endpointHost !== undefined && openAiSuffix !== undefined;
  const refusal = keylessRefusal(facts);
  if (refusal) return [refusal];
  return applying([
    [isHostKnown && !isOwnHost(endpointHost, openAiSuffix), 'endpoint_needs_own_host'],
    [privileges.manageInference === false, 'endpoint_needs_manage_privilege'],
    [privileges.monitorInference === false, 'endpoint_needs_monitor_privilege'],
  ]);
}

const connectorRefusals = (facts: TargetFacts): TargetReason[] => {
  const { authentication, keysDisabled, connectorEnabled, privileges } = facts;
  return applying([
    [keysDisabled === true, 'account_refuses_keys'],
    [authentication === 'entra_id' && !keysDisabled, 'connector_needs_key'],
    [connectorEnabled === false, 'connector_disabled'],
    [privileges.connector === false, 'connector_needs_privilege'],
  ]);
};

/** With any of these limits, the connector is the better choice as long as Kibana offers it. */
const endpointLimits = ({
  kibanaVersion,
  modelName,
  networkAccess,
}: Pick<TargetFacts, 'kibanaVersion' | 'modelName' | 'networkAccess'>): TargetReason[] =>
  applying([
    [refusesTemperature(modelName) && sendsTemperature(kibanaVersion), 'temperature_refused'],
    [toolsNeedReasoningEffort(modelName), 'reasoning_effort_missing'],
    [networkAccess !== 'all', 'calls_leave_from_elasticsearch'],
  ]);

function endpointCautions(facts: TargetFacts, limits: TargetReason[]): TargetReason[] {
  const { kibanaVersion, modelName } = facts;
  return [
    ...limits,
    // Endpoints have no model name, so Kibana cannot tell when to omit the temperature.
    ...applying([
      [
        refusesTemperature(modelName) && !sendsTemperature(kibanaVersion),
        'temperature_from_security_assistant',
      ],
    ]),
  ];
}

/** Why to migrate a connector to an inference endpoint; undefined if the assistants do not support endpoints. */
export function migrationReason(kibanaVersion: string): TargetReason | undefined {
  if (!listsEndpoints(kibanaVersion)) return undefined;
  if (hidesConnector(kibanaVersion)) return 'connector_not_offered';
  return deprecatesConnector(kibanaVersion) ? 'connector_deprecated' : 'connector_deprecated_later';
}

/** Why a connector is better than an endpoint for the same model; empty if Kibana no longer offers connectors. */
export const migrationLimits = (kibanaVersion: string, modelName: string): TargetReason[] =>
  hidesConnector(kibanaVersion)
    ? []
    : endpointLimits({ kibanaVersion, modelName, networkAccess: 'all' });

/** The recommended kind for the authentication and the version, with the reason. */
function preferred(
  { kibanaVersion, authentication, keysDisabled }: TargetFacts,
  [limit, ...more]: TargetReason[],
): { kind: TargetKind; reasons: TargetAdvice['reasons'] } {
  if (authentication === 'entra_id') {
    const reason = keysDisabled ? 'account_refuses_keys' : 'connector_needs_key';
    return { kind: 'inference_endpoint', reasons: [reason] };
  }
  if (hidesConnector(kibanaVersion)) {
    return { kind: 'inference_endpoint', reasons: ['connector_not_offered'] };
  }
  if (!deprecatesConnector(kibanaVersion)) {
    return { kind: 'connector', reasons: ['connector_suits_version'] };
  }
  return limit
    ? { kind: 'connector', reasons: [limit, ...more] }
    : { kind: 'inference_endpoint', reasons: ['connector_deprecated'] };
}

/**
 * The target that a model has to work with before it is chosen: the person's choice, or the connector, which is
 * recommended for models that an endpoint limits, unless only an endpoint is possible.
 */
export function targetToJudgeBy(
  { connectorEnabled, privileges }: KibanaTargetFacts,
  { target, authentication }: Partial<Pick<SetupRequest, 'target' | 'authentication'>>,
): TargetChoice {
  if (target) return target;
  const isRefused = connectorEnabled === false || privileges.connector === false;
  return isRefused || authentication === 'entra_id' ? 'inference_endpoint' : 'connector';
}

/** The recommended target of a setup, the possible alternatives, and the reasons. */
export function targetChoice(facts: TargetFacts): TargetAdvice {
  const refused: Record<TargetKind, TargetReason[]> = {
    connector: connectorRefusals(facts),
    inference_endpoint: endpointRefusals(facts),
  };
  const limits = endpointLimits(facts);
  const { kind, reasons } = preferred(facts, limits);
  const [first, ...others] = refused[kind];
  const instead = first && targetKinds.find((one) => refused[one].length === 0);
  return {
    refusals: { ...refused, both: [...refused.connector, ...refused.inference_endpoint] },
    cautions: { connector: [], inference_endpoint: endpointCautions(facts, limits) },
    preselected: instead ?? kind,
    reasons: first ? [first, ...others] : reasons,
  };
}

type Requested = Pick<
  SetupRequest,
  'modelName' | 'authentication' | 'networkAccess' | 'customSubDomainName'
>;

/** The advice for a request in a cloud; `account` is the request's existing account. */
export const targetAdvice = (
  kibana: KibanaTargetFacts,
  { cloud, openAiSuffix }: Pick<TargetFacts, 'cloud' | 'openAiSuffix'>,
  { modelName, authentication, networkAccess, customSubDomainName }: Requested,
  account?: { openAiEndpoint?: string; keysDisabled?: boolean },
): TargetAdvice =>
  targetChoice({
    ...{ ...kibana, cloud, openAiSuffix, modelName, authentication, networkAccess },
    endpointHost:
      hostOf(endpointOf({ customSubDomainName }, openAiSuffix, account) ?? '') || undefined,
    keysDisabled: account?.keysDisabled,
  });

const connectorWithKey = { target: 'connector', authentication: 'api_key' } as const;

/**
 * The connector for a request without keys; undefined unless its existing account accepts keys. For a new account,
 * a policy can forbid them.
 */
export function keyedConnector(
  ...[kibana, azure, request, account]: Parameters<typeof targetAdvice>
): typeof connectorWithKey | undefined {
  if (request.authentication === 'api_key' || account?.keysDisabled !== false) return undefined;
  const keyed = targetAdvice(kibana, azure, { ...request, ...connectorWithKey }, account);
  return keyed.refusals.connector.length === 0 ? connectorWithKey : undefined;
}
