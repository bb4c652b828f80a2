import { i18n } from '@kbn/i18n';
import type { TradeOff } from '../models/trade_off';
import { typeName } from './model_text';

/** "Global Standard has about 7 times the available quota." */
export const tradeOffText = ({ deploymentType, timesTheQuota }: TradeOff): string =>
  i18n.translate('azureOpenaiSetup.tradeOff.quota', {
    defaultMessage: '{deploymentType} has about {times, number} times the available quota.',
    values: { deploymentType: typeName(deploymentType), times: timesTheQuota },
  });
