import { EuiButtonEmpty, EuiDescriptionList, EuiSpacer, EuiText, EuiTitle } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import { isPaidByToken } from '../../../common/models/deployment_types';
import {
  answerTokens,
  priceOfAnswer,
  tokensPerAnswer,
  type TokenPrices,
} from '../../../common/models/prices';
import { formatPrice, formatRoundPrice } from '../../../common/words/format';
import { Flyout } from '../../shared/flyout';
import { rowHeads } from '../plan_row/row_heads';
import { billingText } from './cost_text';
import { PricingLink } from './pricing_link';

interface CostFlyoutProps {
  deploymentType: string;
  prices?: TokenPrices;
  pricingUrl?: string;
  onClose(): void;
}

/** The prices, and the assumptions for the price of an answer. */
export function CostFlyout(props: CostFlyoutProps): ReactElement {
  const { deploymentType, prices, pricingUrl, onClose } = props;
  return (
    <Flyout
      title={rowHeads.cost.label}
      onClose={onClose}
      testSubj="costFlyout"
      footer={
        <EuiButtonEmpty flush="left" onClick={onClose} data-test-subj="costFlyoutClose">
          {i18n.translate('azureOpenaiSetup.cost.close', { defaultMessage: 'Close' })}
        </EuiButtonEmpty>
      }
    >
      <EuiTitle size="xs">
        <h3>{billingText(deploymentType)}</h3>
      </EuiTitle>
      <EuiSpacer size="m" />
      {prices && <Amounts prices={prices} />}
      <EuiText size="s">
        {isPaidByToken(deploymentType) && <Assumptions />}
        <p>{listPrice}</p>
        {pricingUrl !== undefined && (
          <p>
            <PricingLink href={pricingUrl} />
          </p>
        )}
      </EuiText>
    </Flyout>
  );
}

function Amounts({ prices }: { prices: TokenPrices }): ReactElement {
  const { currency, input, output } = prices;
  return (
    <>
      <EuiDescriptionList
        compressed
        data-test-subj="costAmounts"
        listItems={[
          {
            title: i18n.translate('azureOpenaiSetup.cost.answer', {
              defaultMessage: 'One typical answer, about',
            }),
            description: formatRoundPrice(priceOfAnswer(prices), currency),
          },
          {
            title: i18n.translate('azureOpenaiSetup.cost.input', {
              defaultMessage: 'One million tokens that the model reads',
            }),
            description: formatPrice(input, currency),
          },
          {
            title: i18n.translate('azureOpenaiSetup.cost.output', {
              defaultMessage: 'One million tokens that the model writes',
            }),
            description: formatPrice(output, currency),
          },
        ]}
      />
      <EuiSpacer size="m" />
    </>
  );
}

const Assumptions = (): ReactElement => (
  <>
    <p>
      {i18n.translate('azureOpenaiSetup.cost.assumption', {
        defaultMessage:
          'A typical answer of an assistant uses {all, number} tokens: the model reads {input, number} (instructions, tools, and data) and writes {output, number}. Long conversations and large amounts of data use more. Reasoning counts as written tokens.',
        values: { all: tokensPerAnswer, ...answerTokens },
      })}
    </p>
    <p>
      {i18n.translate('azureOpenaiSetup.cost.idle', {
        defaultMessage:
          "The resource, the deployment, and its quota are free. A higher throughput doesn't change the price of a token.",
      })}
    </p>
  </>
);

const listPrice = i18n.translate('azureOpenaiSetup.cost.listPrice', {
  defaultMessage:
    "List prices are Microsoft's public prices in US dollars, without tax. Your agreement with Microsoft might have other prices.",
});
