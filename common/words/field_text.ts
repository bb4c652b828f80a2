import { i18n } from '@kbn/i18n';
import { runTag } from '../run_tag';
import { setupRequestSchema, type SetupField } from '../setup_request';

/** The texts of one field. `rule` is shown if its value breaks the rule of `common/fields.ts`. */
interface FieldText {
  label: string;
  help?: string;
  rule: string;
}

export const isSetupField = (name: string | undefined): name is SetupField =>
  name !== undefined && name in setupRequestSchema.entries;

export const fieldText: Record<SetupField, FieldText> = {
  subscriptionId: {
    label: i18n.translate('azureOpenaiSetup.fields.subscriptionId.label', {
      defaultMessage: 'Subscription',
    }),
    rule: i18n.translate('azureOpenaiSetup.fields.subscriptionId.rule', {
      defaultMessage: 'Choose a subscription from the list.',
    }),
  },
  resourceGroup: {
    label: i18n.translate('azureOpenaiSetup.fields.resourceGroup.label', {
      defaultMessage: 'Resource group',
    }),
    rule: i18n.translate('azureOpenaiSetup.fields.resourceGroup.rule', {
      defaultMessage:
        "Enter 1 to 90 letters, digits, hyphens, underscores, parentheses, and periods. Don't end with a period.",
    }),
  },
  location: {
    label: i18n.translate('azureOpenaiSetup.fields.location.label', { defaultMessage: 'Region' }),
    rule: i18n.translate('azureOpenaiSetup.fields.location.rule', {
      defaultMessage: 'Choose a region from the list.',
    }),
  },
  accountName: {
    label: i18n.translate('azureOpenaiSetup.fields.accountName.label', {
      defaultMessage: 'Name',
    }),
    rule: i18n.translate('azureOpenaiSetup.fields.accountName.rule', {
      defaultMessage:
        'Enter 2 to 64 letters, digits, and hyphens. Start and end with a letter or digit.',
    }),
  },
  customSubDomainName: {
    label: i18n.translate('azureOpenaiSetup.fields.customSubDomainName.label', {
      defaultMessage: 'Endpoint name',
    }),
    rule: i18n.translate('azureOpenaiSetup.fields.customSubDomainName.rule', {
      defaultMessage:
        'Enter 2 to 63 lowercase letters, digits, and hyphens. Start and end with a letter or digit.',
    }),
  },
  kind: {
    label: i18n.translate('azureOpenaiSetup.fields.kind.label', {
      defaultMessage: 'Resource kind',
    }),
    rule: i18n.translate('azureOpenaiSetup.fields.kind.rule', {
      defaultMessage: 'Choose OpenAI or AIServices.',
    }),
  },
  networkAccess: {
    label: i18n.translate('azureOpenaiSetup.fields.networkAccess.label', {
      defaultMessage: 'Network',
    }),
    rule: i18n.translate('azureOpenaiSetup.fields.networkAccess.rule', {
      defaultMessage: 'Choose who can call the endpoint.',
    }),
  },
  ipRules: {
    label: i18n.translate('azureOpenaiSetup.fields.ipRules.label', {
      defaultMessage: 'Allowed addresses',
    }),
    rule: i18n.translate('azureOpenaiSetup.fields.ipRules.rule', {
      defaultMessage:
        'Enter up to 100 public IPv4 addresses, or ranges from /8 to /30 such as 203.0.113.0/24.',
    }),
  },
  tags: {
    label: i18n.translate('azureOpenaiSetup.fields.tags.label', { defaultMessage: 'Tags' }),
    help: i18n.translate('azureOpenaiSetup.fields.tags.help', {
      defaultMessage:
        'Applied to every resource that setup creates. Setup also adds the tag {runTag}.',
      values: { runTag },
    }),
    rule: i18n.translate('azureOpenaiSetup.fields.tags.rule', {
      defaultMessage:
        "Enter up to 49 tags. Names are unique, have 1 to 512 characters without < > % & \\ ? /, and don't start with microsoft, azure, or windows. Values have up to 256 characters.",
    }),
  },
  onDeletedAccount: {
    label: i18n.translate('azureOpenaiSetup.fields.onDeletedAccount.label', {
      defaultMessage: 'Deleted resource',
    }),
    rule: i18n.translate('azureOpenaiSetup.fields.onDeletedAccount.rule', {
      defaultMessage: 'Restore it, or purge it and create a new one.',
    }),
  },
  modelName: {
    label: i18n.translate('azureOpenaiSetup.fields.modelName.label', { defaultMessage: 'Model' }),
    rule: i18n.translate('azureOpenaiSetup.fields.modelName.rule', {
      defaultMessage: 'Choose a model from the list.',
    }),
  },
  modelVersion: {
    label: i18n.translate('azureOpenaiSetup.fields.modelVersion.label', {
      defaultMessage: 'Version',
    }),
    rule: i18n.translate('azureOpenaiSetup.fields.modelVersion.rule', {
      defaultMessage: 'Choose a version from the list.',
    }),
  },
  deploymentType: {
    label: i18n.translate('azureOpenaiSetup.fields.deploymentType.label', {
      defaultMessage: 'Deployment type',
    }),
    rule: i18n.translate('azureOpenaiSetup.fields.deploymentType.rule', {
      defaultMessage: 'Choose a type that the model offers in this region.',
    }),
  },
  deploymentName: {
    label: i18n.translate('azureOpenaiSetup.fields.deploymentName.label', {
      defaultMessage: 'Deployment name',
    }),
    rule: i18n.translate('azureOpenaiSetup.fields.deploymentName.rule', {
      defaultMessage:
        "Enter 2 to 64 letters, digits, hyphens, underscores, and periods. Start with a letter or digit, and don't end with a hyphen or period.",
    }),
  },
  capacity: {
    label: i18n.translate('azureOpenaiSetup.fields.capacity.label', {
      defaultMessage: 'Tokens per minute',
    }),
    rule: i18n.translate('azureOpenaiSetup.fields.capacity.rule', {
      defaultMessage:
        'Enter at least one unit of quota ({tokens, plural, one {# token} other {# tokens}} for most models).',
      values: { tokens: 1_000 },
    }),
  },
  versionUpgradeOption: {
    label: i18n.translate('azureOpenaiSetup.fields.versionUpgradeOption.label', {
      defaultMessage: 'Version update policy',
    }),
    rule: i18n.translate('azureOpenaiSetup.fields.versionUpgradeOption.rule', {
      defaultMessage: 'Choose what happens when a new version is available.',
    }),
  },
  target: {
    label: i18n.translate('azureOpenaiSetup.fields.target.label', {
      defaultMessage: 'Connection in Kibana',
    }),
    rule: i18n.translate('azureOpenaiSetup.fields.target.rule', {
      defaultMessage: 'Choose how the assistants connect to the model.',
    }),
  },
  targetName: {
    label: i18n.translate('azureOpenaiSetup.fields.targetName.label', {
      defaultMessage: 'Connector name',
    }),
    rule: i18n.translate('azureOpenaiSetup.fields.targetName.rule', {
      defaultMessage: 'Enter 1 to 100 characters, without spaces at the start or end.',
    }),
  },
  authentication: {
    label: i18n.translate('azureOpenaiSetup.fields.authentication.label', {
      defaultMessage: 'Authentication',
    }),
    rule: i18n.translate('azureOpenaiSetup.fields.authentication.rule', {
      defaultMessage: 'Choose how Kibana or Elasticsearch signs in to the model.',
    }),
  },
  applicationId: {
    label: i18n.translate('azureOpenaiSetup.fields.applicationId.label', {
      defaultMessage: 'Application (client) ID',
    }),
    rule: i18n.translate('azureOpenaiSetup.fields.applicationId.rule', {
      defaultMessage: 'Enter the ID of an application in Microsoft Entra ID.',
    }),
  },
};
