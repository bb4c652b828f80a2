import { i18n } from '@kbn/i18n';
import { runTag } from '../run_tag';
import { setupRequestSchema, type SetupField } from '../setup_request';

/** The words of one field. `rule` is shown when its value breaks the rule of `common/fields.ts`. */
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
        '1 to 90 letters, digits, hyphens, underscores, parentheses and periods; no period at the end.',
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
        '2 to 64 letters, digits and hyphens; starts and ends with a letter or digit.',
    }),
  },
  customSubDomainName: {
    label: i18n.translate('azureOpenaiSetup.fields.customSubDomainName.label', {
      defaultMessage: 'Endpoint name',
    }),
    rule: i18n.translate('azureOpenaiSetup.fields.customSubDomainName.rule', {
      defaultMessage:
        '2 to 63 lowercase letters, digits and hyphens; starts and ends with a letter or digit.',
    }),
  },
  kind: {
    label: i18n.translate('azureOpenaiSetup.fields.kind.label', {
      defaultMessage: 'Kind of resource',
    }),
    rule: i18n.translate('azureOpenaiSetup.fields.kind.rule', {
      defaultMessage: 'OpenAI or AIServices.',
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
    help: i18n.translate('azureOpenaiSetup.fields.ipRules.help', {
      defaultMessage:
        'Type an address or a range and press Enter. Include the public address of the Kibana server.',
    }),
    rule: i18n.translate('azureOpenaiSetup.fields.ipRules.rule', {
      defaultMessage:
        'Up to 100 public IPv4 addresses, or ranges from /8 to /30 such as 203.0.113.0/24.',
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
        'Up to 49 tags. Names: 1 to 512 characters without < > % & \\ ? /, each once, not beginning with microsoft, azure or windows. Values: up to 256 characters.',
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
        "2 to 64 letters, digits, hyphens, underscores and periods; starts with a letter or digit and doesn't end with a hyphen or period.",
    }),
  },
  capacity: {
    label: i18n.translate('azureOpenaiSetup.fields.capacity.label', {
      defaultMessage: 'Tokens per minute',
    }),
    rule: i18n.translate('azureOpenaiSetup.fields.capacity.rule', {
      defaultMessage:
        'At least one unit of quota, which is {tokens, plural, one {# token} other {# tokens}} for most models.',
      values: { tokens: 1_000 },
    }),
  },
  versionUpgradeOption: {
    label: i18n.translate('azureOpenaiSetup.fields.versionUpgradeOption.label', {
      defaultMessage: 'Version update policy',
    }),
    rule: i18n.translate('azureOpenaiSetup.fields.versionUpgradeOption.rule', {
      defaultMessage: 'Choose what happens when a new version comes.',
    }),
  },
  target: {
    label: i18n.translate('azureOpenaiSetup.fields.target.label', {
      defaultMessage: 'Connection in Kibana',
    }),
    rule: i18n.translate('azureOpenaiSetup.fields.target.rule', {
      defaultMessage: 'Choose what the assistants connect through.',
    }),
  },
  targetName: {
    label: i18n.translate('azureOpenaiSetup.fields.targetName.label', {
      defaultMessage: 'Connector name',
    }),
    rule: i18n.translate('azureOpenaiSetup.fields.targetName.rule', {
      defaultMessage: '1 to 100 characters, without spaces at the ends.',
    }),
  },
};
