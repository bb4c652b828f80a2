import { EuiIcon, EuiSkeletonText, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { DeploymentTypeOption } from '../../../common/options';
import { formatCapacity, formatTokens, tokensPerMinute } from '../../../common/words/format';
import { lazyPart } from '../../shared/lazy_part';
import { reusedDeployment } from '../form/existing_things';
import type { FormStepProps } from '../form/form_step';
import { largestCapacity, offerOf } from '../offers/model_offer';
import { PlanRow } from '../plan_row/plan_row';
import { rowHeads } from '../plan_row/row_heads';
import { Quota } from './quota';
import { useRowFlyout } from '../plan_row/use_row_flyout';

const ThroughputFlyout = lazyPart(
  async () => (await import('./throughput_flyout')).ThroughputFlyout,
);

/** The plan's throughput and the remaining quota. An existing deployment keeps its throughput. */
export function ThroughputRow(step: FormStepProps): ReactElement {
  const { request } = step;
  const { type } = offerOf(step);
  const reused = reusedDeployment(step);
  const { isOpen, open, close } = useRowFlyout(['capacity'], !!reused);
  const capacity = reused?.capacity ?? request.capacity;
  return (
    <>
      <PlanRow
        {...rowHeads.throughput}
        value={formatCapacity(capacity, type?.tokensPerUnit)}
        {...(!reused && { onChange: open })}
      >
        <Picture step={step} type={type} />
      </PlanRow>
      {isOpen && <ThroughputFlyout step={step} onClose={close} />}
    </>
  );
}

function Picture({ step, type }: { step: FormStepProps; type?: DeploymentTypeOption }) {
  const reused = reusedDeployment(step);
  if (!type && step.optionsLoading) return <EuiSkeletonText lines={1} size="xs" />;
  const largest = type && largestCapacity(type);
  const isTooMuch = !reused && largest !== undefined && step.request.capacity > largest;
  return (
    <>
      <Quota type={type} capacity={reused?.capacity ?? step.request.capacity} isUsed={!!reused} />
      {isTooMuch && (
        <EuiText size="xs" data-test-subj="throughputTooMuch">
          <EuiIcon type="error" size="s" color="danger" aria-hidden={true} />{' '}
          {tooMuchText(tokensPerMinute(largest, type?.tokensPerUnit ?? 0))}
        </EuiText>
      )}
      {reused && (
        <EuiText size="xs" data-test-subj="throughputReused">
          {reusedText(reused.deploymentName)}
        </EuiText>
      )}
    </>
  );
}

const tooMuchText = (tokens: number): string =>
  tokens === 0
    ? i18n.translate('azureOpenaiSetup.plan.throughput.noneFree', {
        defaultMessage: 'No quota is available for this model and deployment type.',
      })
    : i18n.translate('azureOpenaiSetup.plan.throughput.tooMuch', {
        defaultMessage: 'At most {tokens} are possible.',
        values: { tokens: formatTokens(tokens) },
      });

const reusedText = (name: string): string =>
  i18n.translate('azureOpenaiSetup.plan.throughput.reused', {
    defaultMessage: 'The existing deployment {name} keeps its throughput.',
    values: { name },
  });
