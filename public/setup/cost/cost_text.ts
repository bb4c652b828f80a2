import { i18n } from '@kbn/i18n';
import { isPaidByHour, isPaidByToken } from '../../../common/models/deployment_types';
import { typeName } from '../../../common/words/model_text';

/** How Azure bills a deployment type. */
export function billingText(deploymentType: string): string {
  if (isPaidByToken(deploymentType)) {
    return i18n.translate('azureOpenaiSetup.cost.byToken', {
      defaultMessage: 'Pay per token, nothing while idle',
    });
  }
  if (isPaidByHour(deploymentType)) {
    return i18n.translate('azureOpenaiSetup.cost.byHour', {
      defaultMessage: 'Pay by the hour, also while idle',
    });
  }
  return i18n.translate('azureOpenaiSetup.cost.unknown', {
    defaultMessage: 'Depends on the deployment type {type}',
    values: { type: typeName(deploymentType) },
  });
}
