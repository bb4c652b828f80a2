import { i18n } from '@kbn/i18n';
import type { Problem } from '../../../problem';
import { shellQuote } from '../shell_quote';
import { sentences } from '../../format';
import { callerOf, has, type ProblemText, type Words } from '../words';

const elasticsearchBlocked = {
  title: i18n.translate('azureOpenaiSetup.problems.network_rules_block.elasticsearch.title', {
    defaultMessage: "The resource's firewall blocks Elasticsearch",
  }),
  cause: i18n.translate('azureOpenaiSetup.problems.network_rules_block.elasticsearch.cause', {
    defaultMessage:
      "The resource accepts calls from selected networks only, and the addresses of the Elasticsearch nodes aren't among them.",
  }),
  remedy: i18n.translate('azureOpenaiSetup.problems.network_rules_block.elasticsearch.remedy', {
    defaultMessage:
      'In the Azure portal, add the public addresses of the Elasticsearch nodes under "Networking" of the resource, wait 5 minutes, and try again.',
  }),
};

const kibanaBlocked = (detail: Problem<'network_rules_block'>['detail']): ProblemText => ({
  title: i18n.translate('azureOpenaiSetup.problems.network_rules_block.title', {
    defaultMessage: "The resource's firewall blocks Kibana",
  }),
  cause: sentences(
    i18n.translate('azureOpenaiSetup.problems.network_rules_block.cause', {
      defaultMessage:
        "The resource accepts calls from selected networks only, and the address of the Kibana server isn't among them.",
    }),
    has(detail, 'address') &&
      i18n.translate('azureOpenaiSetup.problems.network_rules_block.address', {
        defaultMessage: 'The address is {address}.',
        values: detail,
      }),
  ),
  remedy: i18n.translate('azureOpenaiSetup.problems.network_rules_block.remedy', {
    defaultMessage:
      'In the Azure portal, add the Kibana server\'s public address under "Networking" of the resource, wait 5 minutes, and try again.',
  }),
  command: has(detail, 'name', 'resourceGroup', 'address')
    ? `az cognitiveservices account network-rule add -n ${shellQuote(detail.name)} -g ${shellQuote(detail.resourceGroup)} --ip-address ${shellQuote(detail.address)}`
    : undefined,
});

/** The command for an existing resource. */
const enablePublicAccess = (
  detail: { name?: string; resourceGroup?: string } | undefined,
): string | undefined =>
  has(detail, 'name', 'resourceGroup')
    ? `az resource update -n ${shellQuote(detail.name)} -g ${shellQuote(detail.resourceGroup)} --resource-type Microsoft.CognitiveServices/accounts --set properties.publicNetworkAccess=Enabled`
    : undefined;

/** The network rules of the resource. Calls of an inference endpoint come from Elasticsearch, those of a connector from Kibana. */
export const networkWords = {
  network_rules_block: ({ detail }) =>
    detail?.caller === 'elasticsearch' ? elasticsearchBlocked : kibanaBlocked(detail),
  network_locks_out: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.network_locks_out.title', {
      defaultMessage:
        'The network setting might block {caller, select, elasticsearch {Elasticsearch} both {Kibana and Elasticsearch} other {Kibana}}',
      values: callerOf(detail),
    }),
    cause: sentences(
      detail?.access === 'disabled'
        ? i18n.translate('azureOpenaiSetup.problems.network_locks_out.disabled', {
            defaultMessage:
              'Public access is disabled: the endpoint can be reached through a private endpoint only.',
          })
        : i18n.translate('azureOpenaiSetup.problems.network_locks_out.selected', {
            defaultMessage:
              "Only selected addresses can call the endpoint, and this page can't see whether {caller, select, elasticsearch {the addresses of the Elasticsearch nodes are} both {the addresses of the Kibana server and the Elasticsearch nodes are} other {the address of the Kibana server is}} among them.",
            values: callerOf(detail),
          }),
      has(detail, 'name') &&
        i18n.translate('azureOpenaiSetup.problems.network_locks_out.name', {
          defaultMessage: 'The resource is {name}.',
          values: detail,
        }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.network_locks_out.remedy', {
      defaultMessage:
        'Allow all networks or {caller, select, elasticsearch {the public addresses of the Elasticsearch nodes. If Elasticsearch has another route to the endpoint, continue} both {the public addresses of the Kibana server and the Elasticsearch nodes. If both have another route to the endpoint, continue} other {the public address of the Kibana server. If Kibana has another route to the endpoint, continue}}: setup tests it.',
      values: callerOf(detail),
    }),
    command: detail?.access === 'disabled' ? enablePublicAccess(detail) : undefined,
  }),
  public_access_disabled: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.public_access_disabled.title', {
      defaultMessage: 'Public network access is disabled',
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.public_access_disabled.cause', {
      defaultMessage:
        'The resource can be reached only through a private endpoint. A person or an Azure policy disabled public access.',
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.public_access_disabled.remedy', {
      defaultMessage:
        'Create a private endpoint in the network of {caller, select, elasticsearch {the Elasticsearch nodes} both {the Kibana server and the Elasticsearch nodes} other {the Kibana server}} and try again. Or allow public access.',
      values: callerOf(detail),
    }),
    command: enablePublicAccess(detail),
  }),
  network_refused: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.network_refused.title', {
      defaultMessage: "The endpoint refuses the caller's network address",
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.network_refused.cause', {
        defaultMessage:
          "The resource allows all networks, but the endpoint refuses the call. Possible causes are a network security perimeter around the resource, or a settings change that hasn't reached every server yet.",
      }),
      has(detail, 'name') &&
        i18n.translate('azureOpenaiSetup.problems.network_refused.name', {
          defaultMessage: 'The resource is {name}.',
          values: detail,
        }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.network_refused.remedy', {
      defaultMessage:
        'Try again in 5 minutes. If it fails again, check "Networking" of the resource in the Azure portal for a network security perimeter.',
    }),
  }),
} satisfies Partial<Words>;
