import { i18n } from '@kbn/i18n';
import { shellQuote } from '../shell_quote';
import { sentences } from '../../format';
import { has, type Words } from '../words';

/** The endpoint name (Azure: custom subdomain) of the resource. */
export const endpointWords = {
  subdomain_taken: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.subdomain_taken.title', {
      defaultMessage: 'The endpoint name is taken',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.subdomain_taken.cause', {
        defaultMessage:
          'Endpoint names are unique in all of Azure. Another resource uses this one, possibly one that was deleted in the last 48 hours.',
      }),
      has(detail, 'name') &&
        i18n.translate('azureOpenaiSetup.problems.subdomain_taken.name', {
          defaultMessage: 'The name is {name}.',
          values: detail,
        }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.subdomain_taken.remedy', {
      defaultMessage: 'Enter another endpoint name, for example with some digits at the end.',
    }),
  }),
  subdomain_taken_by_own_account: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.subdomain_taken_by_own_account.title', {
      defaultMessage: 'A resource in this subscription uses the endpoint name',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.subdomain_taken_by_own_account.cause', {
        defaultMessage: 'Endpoint names are unique in all of Azure.',
      }),
      has(detail, 'name', 'account', 'resourceGroup') &&
        i18n.translate('azureOpenaiSetup.problems.subdomain_taken_by_own_account.holder', {
          defaultMessage: '{name} belongs to {account} in resource group {resourceGroup}.',
          values: detail,
        }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.subdomain_taken_by_own_account.remedy', {
      defaultMessage: 'Use that resource, or enter another endpoint name.',
    }),
  }),
  subdomain_held_by_deleted_account: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.subdomain_held_by_deleted_account.title', {
      defaultMessage: 'A deleted resource still uses the endpoint name',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.subdomain_held_by_deleted_account.cause', {
        defaultMessage: 'Azure keeps a deleted resource, its endpoint, and its quota for 48 hours.',
      }),
      has(detail, 'name', 'account', 'resourceGroup') &&
        i18n.translate('azureOpenaiSetup.problems.subdomain_held_by_deleted_account.holder', {
          defaultMessage: '{name} belonged to {account} in resource group {resourceGroup}.',
          values: detail,
        }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.subdomain_held_by_deleted_account.remedy', {
      defaultMessage:
        'Enter another endpoint name, or restore the deleted resource under "Manage deleted resources" in the Azure portal and use it.',
    }),
    command: has(detail, 'account', 'resourceGroup', 'location')
      ? `az cognitiveservices account recover -n ${shellQuote(detail.account)} -g ${shellQuote(detail.resourceGroup)} -l ${shellQuote(detail.location)}`
      : undefined,
  }),
  subdomain_invalid: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.subdomain_invalid.title', {
      defaultMessage: "Azure doesn't accept the endpoint name",
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.subdomain_invalid.cause', {
      defaultMessage: "It isn't a valid host name, or it contains a word that Azure reserves.",
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.subdomain_invalid.remedy', {
      defaultMessage:
        'Enter 2 to 63 lowercase letters, digits, and hyphens. Start and end with a letter or digit.',
    }),
  }),
  subdomain_missing: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.subdomain_missing.title', {
      defaultMessage: 'The resource has no endpoint of its own',
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.subdomain_missing.cause', {
      defaultMessage:
        "It was created without a custom domain name and shares the region's address, which neither connectors nor inference endpoints support.",
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.subdomain_missing.remedy', {
      defaultMessage:
        'In the Azure portal, choose "Generate Custom Domain Name" under "Networking" of the resource, or create a new resource.',
    }),
    command: has(detail, 'name', 'resourceGroup')
      ? `az cognitiveservices account update -n ${shellQuote(detail.name)} -g ${shellQuote(detail.resourceGroup)} --custom-domain ${shellQuote(detail.name.toLowerCase())}`
      : undefined,
  }),
  subdomain_unverified: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.subdomain_unverified.title', {
      defaultMessage: "Couldn't check whether the endpoint name is available",
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.subdomain_unverified.cause', {
      defaultMessage: "Azure didn't respond, or your roles don't allow this check.",
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.subdomain_unverified.remedy', {
      defaultMessage:
        'You can continue. If the name is taken, the step that creates the resource reports it.',
    }),
  }),
} satisfies Partial<Words>;
