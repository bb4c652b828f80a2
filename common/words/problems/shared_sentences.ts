import { i18n } from '@kbn/i18n';
import type { KeysNeeded } from '../../problem_details';
import { targetReasons } from '../../targets/target_reasons';
import { formatList, sentences } from '../format';
import { targetReasonText } from '../target_text';
import { has } from './words';

type Named<Name extends string> = { [Each in Name]?: string | undefined } | undefined;

/**
 * Sentences of several problems; each is omitted if its value is unknown. Hosts that fail in the same way are separated
 * by commas.
 */
export const hostSentence = (detail: Named<'host'>) => {
  if (!has(detail, 'host')) return false;
  const hosts = detail.host.split(', ');
  return i18n.translate('azureOpenaiSetup.problems.shared.host', {
    defaultMessage: '{count, plural, one {The host is {hosts}.} other {The hosts are {hosts}.}}',
    values: { count: hosts.length, hosts: formatList(hosts) },
  });
};

export const endpointIdSentence = (detail: Named<'name'>) =>
  has(detail, 'name') &&
  i18n.translate('azureOpenaiSetup.problems.shared.endpointId', {
    defaultMessage: 'Its ID is {name}.',
    values: detail,
  });

export const scopeSentence = (detail: Named<'scope'>) =>
  has(detail, 'scope') &&
  i18n.translate('azureOpenaiSetup.problems.shared.scope', {
    defaultMessage: 'The scope is {scope}.',
    values: detail,
  });

/** Why this Kibana requires keys. */
export function keysNeededSentence(detail: KeysNeeded | undefined): string | false {
  // A later version of the plugin can have more reasons.
  if (!has(detail, 'refusal', 'version') || !targetReasons.includes(detail.refusal)) return false;
  if (detail.refusal === 'endpoint_needs_newer_kibana') {
    return i18n.translate('azureOpenaiSetup.problems.shared.keylessVersion', {
      defaultMessage:
        'Kibana {version} requires keys: only inference endpoints work without them, from Kibana 9.4 on.',
      values: detail,
    });
  }
  return sentences(
    i18n.translate('azureOpenaiSetup.problems.shared.keylessEndpoint', {
      defaultMessage: 'Only an inference endpoint works without keys.',
    }),
    targetReasonText(detail.refusal),
  );
}

export const proxySentence = (detail: Named<'proxy'>) =>
  has(detail, 'proxy') &&
  i18n.translate('azureOpenaiSetup.problems.shared.proxy', {
    defaultMessage: 'The proxy is {proxy}.',
    values: detail,
  });

export const stateSentence = (detail: Named<'state'>) =>
  has(detail, 'state') &&
  i18n.translate('azureOpenaiSetup.problems.shared.state', {
    defaultMessage: 'Its provisioning state is {state}.',
    values: detail,
  });

export const modelSentence = (detail: Named<'model'>) =>
  has(detail, 'model') &&
  i18n.translate('azureOpenaiSetup.problems.shared.model', {
    defaultMessage: 'The model is {model}.',
    values: detail,
  });

export const regionSentence = (detail: Named<'location'>) =>
  has(detail, 'location') &&
  i18n.translate('azureOpenaiSetup.problems.shared.region', {
    defaultMessage: 'The region is {location}.',
    values: detail,
  });

export const placeSentence = (detail: Named<'name' | 'location'>) =>
  has(detail, 'name', 'location') &&
  i18n.translate('azureOpenaiSetup.problems.shared.place', {
    defaultMessage: '{name} is in {location}.',
    values: detail,
  });

/** `status`: the HTTP status. */
export const httpStatusSentence = (detail: { status?: number | undefined } | undefined) =>
  has(detail, 'status') &&
  i18n.translate('azureOpenaiSetup.problems.shared.httpStatus', {
    defaultMessage: 'The HTTP status is {status, number}.',
    values: detail,
  });
