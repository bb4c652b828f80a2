import { dataRole } from '../../../../common/azure/data_roles';
import { own } from '../../../../common/values/own';
import { problemWith, withDetail, type ProblemCode } from '../../../../common/problem';
import type { Refusal } from '../../../core/targets/target';
import { azureWords, type Redact } from '../answers/redact';
import { detailOf } from '../answers/refusal';
import {
  failed,
  meaningOf,
  problemOfCode,
  propagating,
  type Meaning,
} from '../answers/refusal_signs';
import type { Exception, Failure } from './elasticsearch_error';

/** Elasticsearch's timeout for one call to the model. */
export const validationSeconds = 30;

/** Elasticsearch's report of an Azure response: the status and, if present, Azure's message. */
const report =
  /from inference entity id \[[^\]]*\] status \[(\d{3})\](?:\. Error message: \[([\s\S]*)\])?/;
/** Entra ID error code. */
const entraCode = /\bAADSTS\d{5,7}\b/;

/** Exception type of the Elasticsearch nodes -> its meaning for the call to the model. */
const byType: Readonly<Record<string, Meaning>> = {
  // A new endpoint name takes minutes to propagate in DNS.
  unknown_host_exception: propagating('endpoint_unresolved'),
  connect_timeout_exception: propagating('inference_host_unreachable'),
  connect_exception: propagating('inference_host_unreachable'),
  http_host_connect_exception: propagating('inference_host_unreachable'),
  no_route_to_host_exception: propagating('inference_host_unreachable'),
  connection_closed_exception: propagating('inference_host_unreachable'),
  socket_timeout_exception: propagating('answer_slow'),
  inference_timeout_exception: propagating('answer_slow'),
  s_s_l_handshake_exception: failed('inference_host_untrusted'),
  s_s_l_peer_unverified_exception: failed('inference_host_untrusted'),
  // A new application or secret takes about a minute to propagate.
  msal_service_exception: propagating('application_token_refused'),
  msal_client_exception: propagating('inference_host_unreachable'),
};

/** Elasticsearch's words for a call that failed. A streamed answer has only these, without the exception type. */
const byWords: ReadonlyArray<[words: RegExp, meaning: Meaning]> = [
  [/^Invalid host \[/, propagating('endpoint_unresolved')],
  [/^Failed to send .+ request\b/, propagating('inference_host_unreachable')],
];

/** Replaces the connector's problems of systems in between. */
const gatewayCodes: ReadonlySet<ProblemCode> = new Set([
  'connector_proxy_refused',
  'endpoint_unreachable',
  'gateway_refused',
]);
/** Problems whose texts depend on the caller. */
const aboutCaller: ReadonlySet<ProblemCode> = new Set(['data_api_version', 'network_rules_block']);

function ofAzure(status: number, message: string | undefined, { isKeyless }: CallContext): Meaning {
  const { code, status: how } = meaningOf(status, message);
  // A role takes minutes to take effect, like a key.
  if (code === 'data_permission_denied' || (isKeyless && code === 'key_rejected')) {
    return propagating('data_permission_denied');
  }
  return { code: gatewayCodes.has(code) ? 'inference_host_unreachable' : code, status: how };
}

function detailIn(
  meaning: Meaning,
  status: number,
  message: string | undefined,
  { host, isKeyless }: CallContext,
): Found['detail'] {
  const { code } = meaning;
  if (code === 'inference_host_unreachable') return { host };
  if (aboutCaller.has(code)) return { caller: 'elasticsearch' };
  if (code === 'data_permission_denied') return isKeyless ? { role: dataRole.name } : {};
  return detailOf(meaning, status, message);
}

/** How the endpoint calls the model. */
export interface CallContext {
  host: string;
  /** True if it signs in as an application. */
  isKeyless: boolean;
  redact: Redact;
}

interface Found {
  meaning: Meaning;
  code?: string | undefined;
  detail: Readonly<Record<string, string | number>>;
}

function foundIn({ type, reason = '', code }: Exception, call: CallContext): Found | undefined {
  const entra = entraCode.exec(reason)?.[0];
  if (entra) {
    const meaning = propagating('application_token_refused');
    return { meaning, code: entra, detail: { reason: entra } };
  }
  const [, status, message] = report.exec(reason) ?? [];
  if (status !== undefined) {
    const known = problemOfCode(code);
    const meaning = ofAzure(Number(status), message, call);
    return {
      meaning: known === 'content_filtered' ? failed(known) : meaning,
      code: code ?? status,
      detail: detailIn(meaning, Number(status), message, call),
    };
  }
  const meaning = own(byType, type) ?? byWords.find(([words]) => words.test(reason))?.[1];
  if (!meaning) return undefined;
  if (meaning.code !== 'answer_slow') return { meaning, code: type, detail: { host: call.host } };
  return { meaning, code: type, detail: { seconds: validationSeconds } };
}

/**
 * The error of Azure or the network, from the innermost cause that has one; undefined if Elasticsearch itself refused.
 */
export function providerRefusal(
  { chain }: Pick<Failure, 'chain'>,
  call: CallContext,
): Refusal | undefined {
  const found = [...chain].reverse().flatMap((one) => foundIn(one, call) ?? [])[0];
  if (!found) return undefined;
  const { meaning, code, detail } = found;
  const azure = azureWords(chain.at(-1)?.reason ?? '', call.redact, code);
  const problem = withDetail(problemWith(meaning.code, { azure }), detail);
  return { status: meaning.status, problem };
}
