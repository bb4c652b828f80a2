import { i18n } from '@kbn/i18n';
import { runTag } from '../run_tag';
import type { SetupField } from '../setup_request';

/** Shown if the value of a field breaks its rule in `common/fields.ts`. */
export const fieldRules: Record<SetupField, string> = {
  subscriptionId: i18n.translate('azureOpenaiSetup.fields.subscriptionId.rule', {
    defaultMessage: 'Choose a subscription from the list.',
  }),
  resourceGroup: i18n.translate('azureOpenaiSetup.fields.resourceGroup.rule', {
    defaultMessage:
      "Enter 1 to 90 letters, digits, hyphens, underscores, parentheses, and periods. Don't end with a period.",
  }),
  location: i18n.translate('azureOpenaiSetup.fields.location.rule', {
    defaultMessage: 'Choose a region from the list.',
  }),
  accountName: i18n.translate('azureOpenaiSetup.fields.accountName.rule', {
    defaultMessage:
      'Enter 2 to 64 letters, digits, and hyphens. Start and end with a letter or digit.',
  }),
  customSubDomainName: i18n.translate('azureOpenaiSetup.fields.customSubDomainName.rule', {
    defaultMessage:
      'Enter 2 to 63 lowercase letters, digits, and hyphens. Start and end with a letter or digit.',
  }),
  kind: i18n.translate('azureOpenaiSetup.fields.kind.rule', {
    defaultMessage: 'Choose OpenAI or AIServices.',
  }),
  networkAccess: i18n.translate('azureOpenaiSetup.fields.networkAccess.rule', {
    defaultMessage: 'Choose who can call the endpoint.',
  }),
  ipRules: i18n.translate('azureOpenaiSetup.fields.ipRules.rule', {
    defaultMessage:
      'Enter up to 100 public IPv4 addresses, or ranges from /8 to /30 such as 203.0.113.0/24.',
  }),
  tags: i18n.translate('azureOpenaiSetup.fields.tags.rule', {
    defaultMessage:
      "Enter up to 49 tags. Names are unique, have 1 to 512 characters without < > % & \\ ? /, don't start with microsoft, azure, or windows, and aren't {runTag}, which setup adds. Values have up to 256 characters. Neither has control or text direction characters.",
    values: { runTag },
  }),
  onDeletedAccount: i18n.translate('azureOpenaiSetup.fields.onDeletedAccount.rule', {
    defaultMessage: 'Restore it, or purge it and create a new one.',
  }),
  modelName: i18n.translate('azureOpenaiSetup.fields.modelName.rule', {
    defaultMessage: 'Choose a model from the list.',
  }),
  modelVersion: i18n.translate('azureOpenaiSetup.fields.modelVersion.rule', {
    defaultMessage: 'Choose a version from the list.',
  }),
  deploymentType: i18n.translate('azureOpenaiSetup.fields.deploymentType.rule', {
    defaultMessage: 'Choose a type that the model offers in this region.',
  }),
  deploymentName: i18n.translate('azureOpenaiSetup.fields.deploymentName.rule', {
    defaultMessage:
      "Enter 2 to 64 letters, digits, hyphens, underscores, and periods. Start with a letter or digit, and don't end with a hyphen or period.",
  }),
  capacity: i18n.translate('azureOpenaiSetup.fields.capacity.rule', {
    defaultMessage:
      'Enter at least {tokens, plural, one {# token} other {# tokens}} per minute. Some models need more.',
    values: { tokens: 1_000 },
  }),
  versionUpgradeOption: i18n.translate('azureOpenaiSetup.fields.versionUpgradeOption.rule', {
    defaultMessage: 'Choose what happens when a new version is available.',
  }),
  target: i18n.translate('azureOpenaiSetup.fields.target.rule', {
    defaultMessage: 'Choose how the assistants connect to the model.',
  }),
  targetName: i18n.translate('azureOpenaiSetup.fields.targetName.rule', {
    defaultMessage:
      'Enter 1 to 100 characters, without control or text direction characters, and without spaces at the start or end.',
  }),
  authentication: i18n.translate('azureOpenaiSetup.fields.authentication.rule', {
    defaultMessage: 'Choose how Kibana or Elasticsearch signs in to the model.',
  }),
  applicationId: i18n.translate('azureOpenaiSetup.fields.applicationId.rule', {
    defaultMessage: 'Enter the ID of an application in Microsoft Entra ID.',
  }),
};
