import { i18n } from '@kbn/i18n';
import type { AzureConnector, ConnectorUses } from '../migration';
import { formatList } from './format';
import { targetName } from './target_names';

/** Texts about migrating a connector to an inference endpoint. */
export const migrationText = {
  title: i18n.translate('azureOpenaiSetup.migration.title', {
    defaultMessage: 'Connectors without an inference endpoint',
  }),
  connector: targetName('connector'),
  uses: i18n.translate('azureOpenaiSetup.migration.uses', { defaultMessage: 'Used by' }),
  actions: i18n.translate('azureOpenaiSetup.migration.actions', { defaultMessage: 'Actions' }),
  create: i18n.translate('azureOpenaiSetup.migration.create', {
    defaultMessage: 'Create inference endpoint',
  }),
  createFor: (name: string): string =>
    i18n.translate('azureOpenaiSetup.migration.createFor', {
      defaultMessage: 'Create inference endpoint: {name}',
      values: { name },
    }),
  ofSetup: i18n.translate('azureOpenaiSetup.migration.ofSetup', {
    defaultMessage: 'Created by one of your setups',
  }),
  inSettings: i18n.translate('azureOpenaiSetup.migration.inSettings', {
    defaultMessage: 'Set in kibana.yml',
  }),
  place: ({ deploymentName, host }: AzureConnector): string =>
    deploymentName === undefined
      ? host
      : i18n.translate('azureOpenaiSetup.migration.place', {
          defaultMessage: '{deployment} at {host}',
          values: { deployment: deploymentName, host },
        }),
  plan: (name: string): string =>
    i18n.translate('azureOpenaiSetup.migration.plan', {
      defaultMessage:
        'The endpoint will call the same deployment as the connector "{name}". The connector stays until you delete it.',
      values: { name },
    }),
  stays: (name: string): string =>
    i18n.translate('azureOpenaiSetup.migration.stays', {
      defaultMessage: 'The connector "{name}" still exists',
      values: { name },
    }),
  usedBy: (uses: string): string =>
    i18n.translate('azureOpenaiSetup.migration.usedBy', {
      defaultMessage: 'Used by: {uses}.',
      values: { uses },
    }),
  unused: i18n.translate('azureOpenaiSetup.migration.unused', {
    defaultMessage: 'Kibana shows nothing that uses it.',
  }),
  unseen: i18n.translate('azureOpenaiSetup.migration.unseen', {
    defaultMessage:
      "Kibana doesn't show whether workflows, agents, or existing Security conversations use it.",
  }),
  deletion: ({ isPreconfigured }: AzureConnector): string =>
    isPreconfigured
      ? i18n.translate('azureOpenaiSetup.migration.deleteInSettings', {
          defaultMessage: 'Once nothing uses it anymore, remove it from kibana.yml.',
        })
      : i18n.translate('azureOpenaiSetup.migration.deleteInKibana', {
          defaultMessage: 'Once nothing uses it anymore, delete it on its page in Kibana.',
        }),
  keep: i18n.translate('azureOpenaiSetup.migration.keep', {
    defaultMessage: 'Keep it: the endpoint failed a test.',
  }),
  unread: i18n.translate('azureOpenaiSetup.migration.unread', {
    defaultMessage:
      "Couldn't read the connectors of this space, so this page can't show which ones an inference endpoint can replace.",
  }),
  instead: i18n.translate('azureOpenaiSetup.migration.instead', {
    defaultMessage: 'An inference endpoint can replace it',
  }),
};

/** The uses of a connector that Kibana shows. */
export function usesOf({ isDefault, onlyDefault, features = [], references = 0 }: ConnectorUses) {
  const standard = onlyDefault
    ? i18n.translate('azureOpenaiSetup.migration.onlyDefault', {
        defaultMessage:
          'the default model of this space, which is the only one that AI features can use',
      })
    : i18n.translate('azureOpenaiSetup.migration.default', {
        defaultMessage: 'the default model of this space',
      });
  return [
    ...(isDefault ? [standard] : []),
    ...(features.length > 0
      ? [
          i18n.translate('azureOpenaiSetup.migration.features', {
            defaultMessage: 'feature settings ({features})',
            values: { features: formatList(features) },
          }),
        ]
      : []),
    ...(references > 0
      ? [
          i18n.translate('azureOpenaiSetup.migration.references', {
            defaultMessage:
              '{count, plural, one {# rule or other saved object} other {# rules or other saved objects}}',
            values: { count: references },
          }),
        ]
      : []),
  ];
}

/** The uses of a connector that Kibana cannot show. */
export const unseenOf = ({ features, references }: ConnectorUses): string =>
  [
    migrationText.unseen,
    ...(features
      ? []
      : [
          i18n.translate('azureOpenaiSetup.migration.featuresUnseen', {
            defaultMessage: "The models of AI features can't be read here.",
          }),
        ]),
    ...(references === undefined
      ? [
          i18n.translate('azureOpenaiSetup.migration.rulesUnseen', {
            defaultMessage: "Kibana doesn't count the rules that use it.",
          }),
        ]
      : []),
  ].join(' ');
