import { EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useState, type ReactElement } from 'react';
import { isPaidByToken } from '../../../common/models/deployment_types';
import { priceOfAnswer, pricingPages, type TokenPrices } from '../../../common/models/prices';
import { formatPrice, formatRoundPrice } from '../../../common/words/format';
import { usePrices } from '../../api/queries';
import { lazyPart } from '../../shared/lazy_part';
import { billingText } from './cost_text';
import { PricingLink } from './pricing_link';
import type { FormStepProps } from '../form/form_step';
import { PlanRow } from '../plan_row/plan_row';
import { rowHeads } from '../plan_row/row_heads';

const CostFlyout = lazyPart(async () => (await import('./cost_flyout')).CostFlyout);

/** The cost of the deployment, from Azure's public price list, with a link to Azure's pricing page. */
export function CostRow({ session, request }: FormStepProps): ReactElement {
  const { subscriptionId, location, kind, modelName, modelVersion, deploymentType } = request;
  const [open, setOpen] = useState(false);
  const { data, isPending } = usePrices(session, {
    ...{ subscriptionId, location, kind, modelName, modelVersion, deploymentType },
  });
  const prices = data?.prices;
  const pricingUrl = session && pricingPages[session.cloud];
  return (
    <PlanRow
      {...rowHeads.cost}
      value={billingText(deploymentType)}
      onChange={() => setOpen(true)}
      changeText={i18n.translate('azureOpenaiSetup.cost.details', { defaultMessage: 'Details' })}
    >
      {/* Two lines from the start, so that nothing moves when the prices arrive. */}
      <EuiText size="xs" color="subdued" css={{ minBlockSize: '3em' }}>
        <p data-test-subj="costPrices">
          {summary(deploymentType, isPending, prices)}
          {pricingUrl !== undefined && (
            <>
              {' '}
              <PricingLink href={pricingUrl} />
            </>
          )}
        </p>
      </EuiText>
      {open && (
        <CostFlyout
          deploymentType={deploymentType}
          prices={prices}
          pricingUrl={pricingUrl}
          onClose={() => setOpen(false)}
        />
      )}
    </PlanRow>
  );
}

function summary(deploymentType: string, isPending: boolean, prices?: TokenPrices): string {
  if (prices) {
    const { currency, input, output } = prices;
    return i18n.translate('azureOpenaiSetup.cost.summary', {
      defaultMessage:
        'About {answer} for a typical answer. List price per million tokens: {input} in, {output} out.',
      values: {
        answer: formatRoundPrice(priceOfAnswer(prices), currency),
        input: formatPrice(input, currency),
        output: formatPrice(output, currency),
      },
    });
  }
  if (!isPaidByToken(deploymentType)) {
    return i18n.translate('azureOpenaiSetup.cost.ofType', {
      defaultMessage: 'The price depends on your agreement with Microsoft and on the throughput.',
    });
  }
  return isPending
    ? i18n.translate('azureOpenaiSetup.cost.reading', {
        defaultMessage: "Reading Azure's price list",
      })
    : i18n.translate('azureOpenaiSetup.cost.noPrice', {
        defaultMessage: 'No list price could be read for this model and region.',
      });
}
