import { i18n } from '@kbn/i18n';
import { fieldText } from '../../../common/words/field_text';
import { connectionLabel } from '../../../common/words/target_names';

/** The rows of the plan in order: icon and label. */
export const rowHeads = {
  model: { icon: 'machineLearningApp', label: fieldText.modelName.label, testSubj: 'modelRow' },
  data: {
    icon: 'globe',
    label: i18n.translate('azureOpenaiSetup.data.label', { defaultMessage: 'Data processing' }),
    testSubj: 'dataRow',
  },
  throughput: {
    icon: 'visGauge',
    label: i18n.translate('azureOpenaiSetup.plan.throughput.label', {
      defaultMessage: 'Throughput',
    }),
    testSubj: 'throughputRow',
  },
  cost: {
    icon: 'payment',
    label: i18n.translate('azureOpenaiSetup.cost.label', { defaultMessage: 'Cost' }),
    testSubj: 'costRow',
  },
  target: {
    icon: 'link',
    label: connectionLabel,
    testSubj: 'targetRow',
  },
} as const;
