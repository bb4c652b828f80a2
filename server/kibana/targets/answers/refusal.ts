import { problemWith, withDetail, type Problem } from '../../../../common/problem';
import { isDistrustCode } from '../../../core/azure/http/transport_errors';
import type { Refusal } from '../../../core/targets/target';
import { azureWords, type Redact } from './redact';
import { failed, meaningOf, meaningOfConnection, type Meaning } from './refusal_signs';

/** Maximum wait that a refusal can request, in seconds. */
const longestWait = 300;

/** Maximum length of a report, which contains external text. */
const maximumRead = 20_000;

/**
 * `Status code: 404. Message: API Error: Not Found - ...`, or `undefined` instead of the number if there was no
 * response.
 */
const report = /^Status code: (\d{3}|undefined)\. Message: ([\s\S]*)$/;
/** The message after the status text, present only if the response was JSON with a message. */
const words = /^(?:Unauthorized API Error|API Error: [^\n]*?)(?: - ([\s\S]+))?$/;
const connection = /^Unexpected API Error: ([A-Z][A-Z0-9_]*)? ?- /;

/** Values from the message: a parameter in quotes or after a colon, and the seconds to wait. */
const parameterIn = (message: string): string | undefined =>
  /(?:parameter|value|argument supplied|arguments supplied): '?([\w.[\]]{1,64})/i.exec(
    message,
  )?.[1];
const secondsIn = (message: string): number | undefined => {
  const seconds = /retry after (\d{1,9}) second/i.exec(message)?.[1];
  return seconds === undefined ? undefined : Number(seconds);
};

/** The details of a refusal. */
export function detailOf(
  { code }: Meaning,
  status: number,
  message = '',
): Readonly<Record<string, string | number>> {
  if (code === 'parameter_unsupported') {
    const parameter = parameterIn(message);
    return parameter === undefined ? {} : { parameter };
  }
  if (code === 'rate_limited') {
    const seconds = secondsIn(message);
    return seconds === undefined ? {} : { seconds };
  }
  const names = code === 'gateway_refused' || code === 'connector_proxy_refused';
  return names ? { status } : {};
}

function ofStatus(status: number, text: string, redact: Redact): Refusal {
  const said = words.exec(text)?.[1];
  // `[object Object]`: the response was JSON, but not in the API's error format.
  const message = said === '[object Object]' ? undefined : said;
  const meaning = meaningOf(status, message);
  const detail = detailOf(meaning, status, message);
  const isLong = Number(detail.seconds ?? 0) > longestWait;
  const azure = azureWords(text, redact, String(status));
  return {
    status: isLong ? 'failed' : meaning.status,
    problem: withDetail(problemWith(meaning.code, { azure }), detail),
  };
}

function ofConnection(text: string, redact: Redact): Refusal {
  const code = connection.exec(text)?.[1] ?? '';
  const meaning = isDistrustCode(code) ? failed('endpoint_untrusted') : meaningOfConnection(code);
  const azure = azureWords(text, redact, code);
  return { status: meaning.status, problem: problemWith(meaning.code, { azure }) };
}

/** Kibana's own errors, identified by fixed parts of their texts. */
const ofKibana: ReadonlyArray<readonly [RegExp, Problem['code']]> = [
  [/^Response validation failed/, 'answer_unreadable'],
  [/xpack\.actions\.allowedHosts/, 'host_not_allowed'],
];

/**
 * Interprets the connector's report of a failure. Kibana returns it as text; only the status or the connection's code
 * at its fixed position and the API terms in the endpoint's message are read.
 */
export function refusalOf(serviceMessage: string, redact: Redact): Refusal {
  const [, status, text = ''] = report.exec(serviceMessage.slice(0, maximumRead)) ?? [];
  if (status === 'undefined') return ofConnection(text, redact);
  if (status !== undefined) return ofStatus(Number(status), text, redact);
  const code = ofKibana.find(([sign]) => sign.test(serviceMessage))?.[1] ?? 'connector_refused';
  const azure = azureWords(serviceMessage, redact);
  return { status: 'failed', problem: problemWith(code, { azure }) };
}
