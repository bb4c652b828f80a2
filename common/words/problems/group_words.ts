import { i18n } from '@kbn/i18n';
import { has, sentences, type Words } from './words';

/** Resource groups, and resources that are not where they should be. */
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
      defaultMessage: 'Choose another resource group, or try again: setup then creates it.',
    }),
  }),
  resource_group_location_conflict: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.resource_group_location_conflict.title', {
      defaultMessage: 'The resource group exists in another region',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.resource_group_location_conflict.cause', {
        defaultMessage: 'A resource group keeps the region in which it was created.',
      }),
      has(detail, 'name', 'location') &&
        i18n.translate('azureOpenaiSetup.problems.resource_group_location_conflict.where', {
          defaultMessage: '{name} is in {location}.',
          values: detail,
        }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.resource_group_location_conflict.remedy', {
      defaultMessage:
        'Choose it from the list to use it as it is: the resources in it can be in another region. Or enter another name.',
    }),
  }),
  resource_group_deleting: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.resource_group_deleting.title', {
      defaultMessage: 'The resource group is being deleted',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.resource_group_deleting.cause', {
        defaultMessage: 'Azure takes nothing new into a group that is going away.',
      }),
      has(detail, 'name') &&
        i18n.translate('azureOpenaiSetup.problems.resource_group_deleting.name', {
          defaultMessage: 'Its name is {name}.',
          values: detail,
        }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.resource_group_deleting.remedy', {
      defaultMessage: 'Enter another name, or wait some minutes and try again.',
    }),
  }),
  resource_not_found: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.resource_not_found.title', {
      defaultMessage: "A resource wasn't found",
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.resource_not_found.cause', {
        defaultMessage: 'Something that was there a moment ago has been deleted or moved.',
      }),
      has(detail, 'name') &&
        i18n.translate('azureOpenaiSetup.problems.resource_not_found.name', {
          defaultMessage: 'Its name is {name}.',
          values: detail,
        }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.resource_not_found.remedy', {
      defaultMessage:
        'During setup, try again: missing resources are created again. After setup, set up another deployment.',
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
      defaultMessage: 'It stays as it is. You can change or delete it in the Azure portal.',
    }),
  }),
  resource_not_empty: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.resource_not_empty.title', {
      defaultMessage: "It contains resources that this setup didn't create",
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.resource_not_empty.cause', {
        defaultMessage:
          'Removing it would remove them, too. Only resources that a setup created are removed.',
      }),
      has(detail, 'others') &&
        i18n.translate('azureOpenaiSetup.problems.resource_not_empty.others', {
          defaultMessage: 'Among others, it contains {others}.',
          values: detail,
        }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.resource_not_empty.remedy', {
      defaultMessage: "It stays. If it isn't needed, delete it in the Azure portal.",
    }),
  }),
} satisfies Partial<Words>;
