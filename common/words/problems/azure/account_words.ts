import { i18n } from '@kbn/i18n';
import { shellQuote } from '../shell_quote';
import { keysNeededSentence, placeSentence, stateSentence } from '../shared_sentences';
import { sentences } from '../../format';
import { has, hasPositive, type Words } from '../words';

/** The Azure OpenAI resource. */
export const accountWords = {
  account_location_conflict: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.account_location_conflict.title', {
      defaultMessage: 'A resource with this name exists in another region',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.account_location_conflict.cause', {
        defaultMessage: 'Resource names are unique in a resource group, regardless of the region.',
      }),
      placeSentence(detail),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.account_location_conflict.remedy', {
      defaultMessage: 'Enter another name, or choose the resource under "Existing resource".',
    }),
  }),
  account_wrong_kind: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.account_wrong_kind.title', {
      defaultMessage: 'The resource with this name is of another kind',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.account_wrong_kind.cause', {
        defaultMessage:
          "The resource group contains a resource with this name that can't be used as it is.",
      }),
      has(detail, 'kind') &&
        i18n.translate('azureOpenaiSetup.problems.account_wrong_kind.kind', {
          defaultMessage: 'Its kind is {kind}.',
          values: detail,
        }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.account_wrong_kind.remedy', {
      defaultMessage: 'Enter another name or choose another resource group.',
    }),
  }),
  account_failed: (problem) => ({
    title: i18n.translate('azureOpenaiSetup.problems.account_failed.title', {
      defaultMessage: "Azure couldn't create the resource",
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.account_failed.cause', {
        defaultMessage: "The Azure OpenAI resource exists, but it can't be used.",
      }),
      stateSentence(problem.detail),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.account_failed.remedy', {
      defaultMessage: 'Delete it in the Azure portal and try again, or enter another name.',
    }),
  }),
  account_limit_reached: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.account_limit_reached.title', {
      defaultMessage: 'Resource limit reached in this region',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.account_limit_reached.cause', {
        defaultMessage:
          'Azure limits the number of Azure OpenAI resources per region. Deleted resources count for 48 hours.',
      }),
      has(detail, 'used', 'location') && hasPositive(detail, 'limit')
        ? i18n.translate('azureOpenaiSetup.problems.account_limit_reached.numbers', {
            defaultMessage: '{location} has {used, number} of {limit, number}.',
            values: detail,
          })
        : hasPositive(detail, 'limit') &&
            i18n.translate('azureOpenaiSetup.problems.account_limit_reached.limit', {
              defaultMessage: 'The limit is {limit, number}.',
              values: detail,
            }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.account_limit_reached.remedy', {
      defaultMessage:
        'Choose an existing resource, another region, or another subscription, or delete and purge unused resources.',
    }),
  }),
  account_not_supported: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.account_not_supported.title', {
      defaultMessage: "This resource isn't available in this region",
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.account_not_supported.cause', {
      defaultMessage:
        "The region doesn't support this combination of resource kind and pricing tier.",
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.account_not_supported.remedy', {
      defaultMessage: 'Choose another region.',
    }),
  }),
  account_busy: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.account_busy.title', {
      defaultMessage: 'The resource is busy with another change',
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.account_busy.cause', {
      defaultMessage: 'Azure makes one change at a time to a resource and its deployments.',
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.account_busy.remedy', {
      defaultMessage: 'Wait a minute and try again.',
    }),
  }),
  account_soft_deleted: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.account_soft_deleted.title', {
      defaultMessage: 'A deleted resource still uses this name',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.account_soft_deleted.cause', {
        defaultMessage:
          'Azure keeps a deleted resource, its name, its endpoint, and its quota for 48 hours.',
      }),
      has(detail, 'name') &&
        i18n.translate('azureOpenaiSetup.problems.account_soft_deleted.name', {
          defaultMessage: 'Its name is {name}.',
          values: detail,
        }),
      has(detail, 'resourceGroup', 'location') &&
        i18n.translate('azureOpenaiSetup.problems.account_soft_deleted.where', {
          defaultMessage: 'It was in resource group {resourceGroup} in {location}.',
          values: detail,
        }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.account_soft_deleted.remedy', {
      defaultMessage:
        'Restore it with its deployments and keys, purge it and create a new one, or enter another name. To restore or purge it in the Azure portal, open "Manage deleted resources".',
    }),
    command: has(detail, 'name', 'resourceGroup', 'location')
      ? `az cognitiveservices account recover -n ${shellQuote(detail.name)} -g ${shellQuote(detail.resourceGroup)} -l ${shellQuote(detail.location)}`
      : undefined,
  }),
  keys_disabled: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.keys_disabled.title', {
      defaultMessage: 'API keys are disabled on the resource',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.keys_disabled.cause', {
        defaultMessage:
          'Key access is disabled, manually or by an Azure policy. This connection uses an API key.',
      }),
      keysNeededSentence(detail),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.keys_disabled.remedy', {
      defaultMessage:
        'Choose another resource, or allow key access on this one. If a policy disabled it, ask the owner of the policy for an exemption first.',
    }),
    command: has(detail, 'name', 'resourceGroup')
      ? `az resource update -n ${shellQuote(detail.name)} -g ${shellQuote(detail.resourceGroup)} --resource-type Microsoft.CognitiveServices/accounts --set properties.disableLocalAuth=false`
      : undefined,
  }),
} satisfies Partial<Words>;
