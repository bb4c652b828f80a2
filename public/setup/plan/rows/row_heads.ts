import { i18n } from '@kbn/i18n';
import { fieldText } from '../../../../common/words/field_text';
import { costText } from '../../cost/cost_text';
import { dataText } from '../../data_processing/data_text';
import { throughputLabel } from '../../throughput/throughput_text';

/** The decisions of the plan, in their order: icon of EUI and label. */
export const rowHeads = {
  model: { icon: 'machineLearningApp', label: fieldText.modelName.label, testSubj: 'modelRow' },
  data: { icon: 'globe', label: dataText.label, testSubj: 'dataRow' },
  throughput: { icon: 'visGauge', label: throughputLabel, testSubj: 'throughputRow' },
  cost: { icon: 'payment', label: costText.label, testSubj: 'costRow' },
  target: {
    icon: 'link',
    label: i18n.translate('azureOpenaiSetup.target.label', { defaultMessage: 'Connection' }),
    testSubj: 'targetRow',
  },
} as const;
