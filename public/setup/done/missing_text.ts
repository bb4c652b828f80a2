import { i18n } from '@kbn/i18n';
import type { TargetKind } from '../../../common/targets/targets';

/** Words about a finished setup whose connector or inference endpoint was deleted. */
export const missingText = {
  heading: (model: string): string =>
    i18n.translate('azureOpenaiSetup.missing.heading', {
      defaultMessage: '{model} is no longer connected',
      values: { model },
    }),
  title: {
    connector: (name) =>
      i18n.translate('azureOpenaiSetup.missing.connector', {
        defaultMessage: 'The connector "{name}" was deleted.',
        values: { name },
      }),
    inference_endpoint: (name) =>
      i18n.translate('azureOpenaiSetup.missing.endpoint', {
        defaultMessage: 'The inference endpoint "{name}" was deleted.',
        values: { name },
      }),
  } satisfies Record<TargetKind, (name: string) => string>,
  text: i18n.translate('azureOpenaiSetup.missing.text', {
    defaultMessage: 'A new setup can replace it and use the same resource and deployment in Azure.',
  }),
  again: i18n.translate('azureOpenaiSetup.missing.again', { defaultMessage: 'Set up again' }),
};
