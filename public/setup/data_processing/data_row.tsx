import { EuiButtonEmpty, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import { tradeOffOf } from '../../../common/models/trade_off';
import { dataMeaning, dataPlace } from '../../../common/words/data_text';
import { regionNameWhenKnown } from '../../../common/words/format';
import { typeName } from '../../../common/words/model_text';
import { tradeOffText } from '../../../common/words/trade_off_text';
import { lazyPart } from '../../shared/lazy_part';
import { chosenAccount, reusedDeployment } from '../form/existing_things';
import type { FormStepProps } from '../form/form_step';
import { anotherAccount, usePageActions } from '../screen/page_actions';
import { offerOf } from '../offers/model_offer';
import { PlanRow } from '../plan_row/plan_row';
import { rowHeads } from '../plan_row/row_heads';
import { useRowFlyout } from '../plan_row/use_row_flyout';

const DataFlyout = lazyPart(async () => (await import('./data_flyout')).DataFlyout);

const dataFields = ['location', 'deploymentType'] as const;

/** The data processing area, worded for data protection officers, and its trade-off. */
export function DataRow(step: FormStepProps): ReactElement {
  const { request, options, optionsLoading } = step;
  const { deploymentType, location } = request;
  const region = regionNameWhenKnown(location, options, optionsLoading);
  const place = { location, ...(region !== undefined && { region }) };
  const isReused = reusedDeployment(step) !== undefined;
  const { isOpen, open, close } = useRowFlyout(dataFields, isReused);
  return (
    <>
      <PlanRow
        {...rowHeads.data}
        value={dataPlace(deploymentType, place)}
        {...(!isReused && { onChange: open })}
      >
        <EuiText size="xs" color="subdued">
          <div data-test-subj="dataMeaning">
            {typeText(deploymentType)} {dataMeaning(deploymentType, place)}{' '}
            {!isReused && tradeOff(step)}
          </div>
          <Fixed {...step} />
        </EuiText>
      </PlanRow>
      {isOpen && <DataFlyout step={step} onClose={close} />}
    </>
  );
}

function tradeOff(step: FormStepProps): string | undefined {
  const { offer, type } = offerOf(step);
  const found = offer && type && tradeOffOf(offer.deploymentTypes, type.deploymentType);
  return found && tradeOffText(found);
}

const typeText = (type: string): string =>
  i18n.translate('azureOpenaiSetup.data.type', {
    defaultMessage: '{type} deployment.',
    values: { type: typeName(type) },
  });

/** Why the region cannot change, with a link to the setting that fixes it. */
function Fixed(step: FormStepProps): ReactElement | null {
  const { openField } = usePageActions();
  const account = chosenAccount(step);
  if (!account) return null;
  const deployment = reusedDeployment(step);
  return (
    <div data-test-subj="dataFixed">
      {deployment
        ? i18n.translate('azureOpenaiSetup.data.reusedDeployment', {
            defaultMessage: 'The existing deployment {name} is used as it is.',
            values: { name: deployment.deploymentName },
          })
        : i18n.translate('azureOpenaiSetup.data.reusedAccount', {
            defaultMessage: "The existing resource {name} can't move to another region.",
            values: { name: account.accountName },
          })}{' '}
      <EuiButtonEmpty
        size="xs"
        flush="both"
        onClick={() => openField(deployment ? 'deploymentName' : 'accountName')}
        data-test-subj="dataFixedChange"
      >
        {deployment
          ? i18n.translate('azureOpenaiSetup.data.useAnotherDeployment', {
              defaultMessage: 'Use another deployment',
            })
          : anotherAccount}
      </EuiButtonEmpty>
    </div>
  );
}
