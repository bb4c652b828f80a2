import { EuiButtonEmpty, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { Suspense, useEffect, useState, type ReactElement } from 'react';
import type { SetupField } from '../../../../common/setup_request';
import { dataMeaning, dataPlace } from '../../../../common/words/data_text';
import { regionNameWhenKnown } from '../../../../common/words/format';
import { typeName } from '../../../../common/words/model_text';
import { lazyPart } from '../../../shared/lazy_part';
import { dataText } from '../../data_processing/data_text';
import { chosenAccount, reusedDeployment } from '../../form/existing_things';
import type { FormStepProps } from '../../form/form_step';
import { usePageActions } from '../../shell/page_actions';
import { PlanRow } from './plan_row';

const DataFlyout = lazyPart(
  async () => (await import('../../data_processing/data_flyout')).DataFlyout,
);

interface DataRowProps extends FormStepProps {
  /** The field that the person wants to change. */
  field?: SetupField;
  onFieldOpened?(): void;
}

/** Where data is processed, in words that a data protection officer needs. */
export function DataRow({ field, onFieldOpened, ...step }: DataRowProps): ReactElement {
  const { request, options, optionsLoading } = step;
  const { deploymentType, location } = request;
  const [open, setOpen] = useState(false);
  const isWanted = field === 'location' || field === 'deploymentType';
  if (isWanted && !open) setOpen(true);
  useEffect(() => {
    if (isWanted) onFieldOpened?.();
  }, [isWanted, onFieldOpened]);
  const region = regionNameWhenKnown(location, options, optionsLoading);
  const place = { location, ...(region !== undefined && { region }) };
  const isReused = reusedDeployment(step) !== undefined;
  return (
    <PlanRow
      icon="globe"
      label={dataText.label}
      value={dataPlace(deploymentType, place)}
      {...(!isReused && { onChange: () => setOpen(true) })}
      testSubj="dataRow"
    >
      <EuiText size="xs" color="subdued">
        <div data-test-subj="dataMeaning">
          {typeText(deploymentType)} {dataMeaning(deploymentType, place)}
        </div>
        <Fixed {...step} />
      </EuiText>
      {open && (
        <Suspense fallback={null}>
          <DataFlyout step={step} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </PlanRow>
  );
}

const typeText = (type: string): string =>
  i18n.translate('azureOpenaiSetup.data.type', {
    defaultMessage: '{type} deployment.',
    values: { type: typeName(type) },
  });

/** The reason why the region cannot change, with the way to where it can. */
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
            defaultMessage: 'The existing resource {name} cannot move to another region.',
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
          : i18n.translate('azureOpenaiSetup.data.useAnotherAccount', {
              defaultMessage: 'Use another resource',
            })}
      </EuiButtonEmpty>
    </div>
  );
}
