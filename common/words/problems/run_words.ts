import { i18n } from '@kbn/i18n';
import { sentences } from '../format';
import { has, type Words } from './words';

/** The run in the background: its record, its API key and its space. */
export const runWords = {
  run_id_used: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.run_id_used.title', {
      defaultMessage: 'The ID of this setup is already in use',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.run_id_used.cause', {
        defaultMessage: 'A different setup with this ID created the existing resources.',
      }),
      has(detail, 'name') &&
        i18n.translate('azureOpenaiSetup.problems.run_id_used.name', {
          defaultMessage: 'Its name is {name}.',
          values: detail,
        }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.run_id_used.remedy', {
      defaultMessage: 'Start a new setup. It gets a new ID and reuses the existing resources.',
    }),
  }),
  run_has_other_values: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.run_has_other_values.title', {
      defaultMessage: 'This setup has already started with other values',
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.run_has_other_values.cause', {
      defaultMessage:
        'Kibana received an earlier request, but the page got no response. The setup uses the values of that request, without your later changes.',
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.run_has_other_values.remedy', {
      defaultMessage: 'View its progress. You can cancel it, or let it finish.',
    }),
  }),
  run_interrupted: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.run_interrupted.title', {
      defaultMessage: 'This setup was interrupted several times',
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.run_interrupted.cause', {
      defaultMessage: 'Kibana stopped or timed out several times in a row during this setup.',
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.run_interrupted.remedy', {
      defaultMessage:
        'Look for the cause in the Kibana server log, then try again. Everything created so far is kept and reused.',
    }),
  }),
  removals_changed: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.removals_changed.title', {
      defaultMessage: 'The list of resources has changed',
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.removals_changed.cause', {
      defaultMessage: 'Setup has created more since you opened the list. Nothing was deleted.',
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.removals_changed.remedy', {
      defaultMessage: 'Check the updated list, then confirm again.',
    }),
  }),
  throughput_changing: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.throughput_changing.title', {
      defaultMessage: 'The throughput of this deployment is already being changed',
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.throughput_changing.cause', {
      defaultMessage:
        "You started another change, perhaps in another browser tab. It hasn't finished yet.",
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.throughput_changing.remedy', {
      defaultMessage: 'Wait until it finishes, then change the throughput again.',
    }),
  }),
  too_many_runs: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.too_many_runs.title', {
      defaultMessage: 'Too many setups at the same time',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.too_many_runs.cause', {
        defaultMessage: 'More setups would delay other background tasks of Kibana.',
      }),
      has(detail, 'limit') &&
        i18n.translate('azureOpenaiSetup.problems.too_many_runs.limit', {
          defaultMessage: 'In each space, you can run {limit} setups at the same time.',
          values: detail,
        }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.too_many_runs.remedy', {
      defaultMessage: 'Wait until some of them have finished, then try again.',
    }),
  }),
  too_many_records: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.too_many_records.title', {
      defaultMessage: 'Too many setups in this space',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.too_many_records.cause', {
        defaultMessage: 'Kibana keeps a record of each setup for 7 days.',
      }),
      has(detail, 'limit') &&
        i18n.translate('azureOpenaiSetup.problems.too_many_records.limit', {
          defaultMessage: 'It keeps at most {limit} for each user and space.',
          values: detail,
        }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.too_many_records.remedy', {
      defaultMessage: 'Wait until older setups are no longer listed, or use another space.',
    }),
  }),
  task_key_rejected: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.task_key_rejected.title', {
      defaultMessage: "Kibana didn't accept the API key of this setup",
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.task_key_rejected.cause', {
      defaultMessage:
        'Setup runs in the background with one of your API keys. Elasticsearch rejected the key because it was invalidated, or because its user was deleted or disabled.',
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.task_key_rejected.remedy', {
      defaultMessage:
        'Try again: setup then gets a new API key. If it fails again, ask the person who manages API keys in Elasticsearch.',
    }),
  }),
  space_not_supported: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.space_not_supported.title', {
      defaultMessage: "Setup doesn't work in this space with this version of Kibana",
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.space_not_supported.cause', {
        defaultMessage: 'Kibana 9.2 runs the background tasks of every space in the default space.',
      }),
      has(detail, 'space') &&
        i18n.translate('azureOpenaiSetup.problems.space_not_supported.space', {
          defaultMessage: 'Nothing would be created in {space}.',
          values: detail,
        }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.space_not_supported.remedy', {
      defaultMessage:
        'Open the default space and set up the model there, or upgrade to Kibana 9.3 or later.',
    }),
  }),
} satisfies Partial<Words>;
