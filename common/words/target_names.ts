import { i18n } from '@kbn/i18n';
import type { TargetChoice } from '../targets/targets';

const names: Record<TargetChoice, string> = {
  connector: i18n.translate('azureOpenaiSetup.target.connector', {
    defaultMessage: 'OpenAI connector',
  }),
  inference_endpoint: i18n.translate('azureOpenaiSetup.target.endpoint', {
    defaultMessage: 'Inference endpoint',
  }),
  both: i18n.translate('azureOpenaiSetup.target.both', {
    defaultMessage: 'Connector and inference endpoint',
  }),
};

/** The targets that setup creates for the assistants. */
export const targetName = (target: TargetChoice): string => names[target];

/** Label of the connector, the inference endpoint or both. */
export const connectionLabel = i18n.translate('azureOpenaiSetup.target.label', {
  defaultMessage: 'Connection',
});
