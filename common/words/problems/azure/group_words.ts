import { i18n } from '@kbn/i18n';
import { placeSentence } from '../shared_sentences';
import { sentences } from '../../format';
import { has, type Words } from '../words';

/** Resource groups, and missing or foreign resources. */
export const groupWords = {
  resource_group_not_found: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.resource_group_not_found.title', {
      defaultMessage: "The resource group wasn't found",
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.resource_group_not_found.cause', {
        defaultMessage: "It was deleted or renamed, or your roles don't let you see it.",
      }),
      has(detail, 'name') &&
        i18n.translate('azureOpenaiSetup.problems.resource_group_not_found.name', {
          defaultMessage: 'Its name is {name}.',
          values: detail,
        }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.resource_group_not_found.remedy', {
      defaultMessage: 'Choose another resource group, or try again to create it.',
    }),
  }),
  resource_group_location_conflict: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.resource_group_location_conflict.title', {
      defaultMessage: 'The resource group exists in another region',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.resource_group_location_conflict.cause', {
        defaultMessage: "The region of a resource group can't be changed.",
      }),
      placeSentence(detail),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.resource_group_location_conflict.remedy', {
      defaultMessage:
        'Choose it from the list, or enter another name. Resources in the group can be in other regions.',
    }),
  }),
  resource_group_deleting: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.resource_group_deleting.title', {
      defaultMessage: 'The resource group is being deleted',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.resource_group_deleting.cause', {
        defaultMessage: "You can't create resources in a group that is being deleted.",
      }),
      has(detail, 'name') &&
        i18n.translate('azureOpenaiSetup.problems.resource_group_deleting.name', {
          defaultMessage: 'Its name is {name}.',
          values: detail,
        }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.resource_group_deleting.remedy', {
      defaultMessage: 'Enter another name, or wait a few minutes and try again.',
    }),
  }),
  resource_not_found: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.resource_not_found.title', {
      defaultMessage: "A resource wasn't found",
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.resource_not_found.cause', {
        defaultMessage: 'The resource was deleted or moved.',
      }),
      has(detail, 'name') &&
        i18n.translate('azureOpenaiSetup.problems.resource_not_found.name', {
          defaultMessage: 'Its name is {name}.',
          values: detail,
        }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.resource_not_found.remedy', {
      defaultMessage:
        'During setup, try again to create missing resources. After setup, connect another model.',
    }),
  }),
  ownership_tag_missing: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.ownership_tag_missing.title', {
      defaultMessage: 'The ownership tag of this setup is missing',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.ownership_tag_missing.cause', {
        defaultMessage:
          'Setup changes and deletes only resources with its ownership tag. A policy or a person removed the tag.',
      }),
      has(detail, 'name') &&
        i18n.translate('azureOpenaiSetup.problems.ownership_tag_missing.name', {
          defaultMessage: 'Its name is {name}.',
          values: detail,
        }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.ownership_tag_missing.remedy', {
      defaultMessage:
        'The resource was kept unchanged. You can change or delete it in the Azure portal.',
    }),
  }),
  resource_not_empty: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.resource_not_empty.title', {
      defaultMessage: "Contains resources that this setup didn't create",
    }),
    cause: sentences(
      has(detail, 'setups')
        ? i18n.translate('azureOpenaiSetup.problems.resource_not_empty.setups', {
            defaultMessage:
              'Another setup created {setups}. Deleting the group would delete that, too.',
            values: detail,
          })
        : i18n.translate('azureOpenaiSetup.problems.resource_not_empty.cause', {
            defaultMessage:
              'Deleting it would delete them, too. Only resources that a setup created are deleted.',
          }),
      has(detail, 'others') &&
        i18n.translate('azureOpenaiSetup.problems.resource_not_empty.others', {
          defaultMessage: 'Among others, it contains {others}.',
          values: detail,
        }),
    ),
    remedy: has(detail, 'setups')
      ? i18n.translate('azureOpenaiSetup.problems.resource_not_empty.afterSetups', {
          defaultMessage:
            'It was kept. When no setup uses it anymore, you can delete it in the Azure portal.',
        })
      : i18n.translate('azureOpenaiSetup.problems.resource_not_empty.remedy', {
          defaultMessage: "It was kept. If you don't need it, delete it in the Azure portal.",
        }),
  }),
} satisfies Partial<Words>;
