import { EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useState, type ReactElement } from 'react';
import type { Offer } from '../../../common/models/offers';
import { modelTitle } from '../../../common/words/format';
import { problemOf } from '../../api/http_problem';
import type { FormStepProps } from '../form/form_step';
import { useStepOffers } from '../offers/use_step_offers';
import { chooseOffer } from '../offers/offer_choice';
import { PlanFlyout } from '../plan_row/plan_flyout';
import { rowHeads } from '../plan_row/row_heads';
import { PageProblem } from '../screen/page_problem';
import { DataChoice } from './data_choice';
import { ReadingOffers } from '../offers/reading_offers';

interface DataFlyoutProps {
  step: FormStepProps;
  onClose(): void;
}

/** The data processing options with their available quota; the selected cell is applied on Save. */
export function DataFlyout({ step, onClose }: DataFlyoutProps): ReactElement {
  const [picked, pick] = useState<Offer>();
  const save = () => {
    if (picked) chooseOffer(step, picked);
    onClose();
  };
  return (
    <PlanFlyout title={rowHeads.data.label} onSave={save} onClose={onClose} testSubj="dataFlyout">
      <EuiText size="s" color="subdued">
        <p>
          {i18n.translate('azureOpenaiSetup.data.intro', {
            defaultMessage:
              'Tokens per minute that are available for {model}. The larger the area for data processing, the more quota is usually available.',
            values: { model: modelTitle(step.request.modelName) },
          })}
        </p>
      </EuiText>
      <EuiSpacer size="m" />
      <Found step={step} picked={picked} pick={pick} />
    </PlanFlyout>
  );
}

interface FoundProps {
  step: FormStepProps;
  picked?: Offer;
  pick(offer: Offer): void;
}

function Found({ step, picked, pick }: FoundProps): ReactElement {
  const found = useStepOffers(step, step.useCase);
  const problem = problemOf(found.error);
  const again = { onClick: () => void found.refetch(), loading: found.isFetching };
  if (problem) {
    return <PageProblem problem={problem} retry={{ ...again, testSubj: 'dataTryAgain' }} />;
  }
  if (!found.data) return <ReadingOffers count={step.options.locations?.length} />;
  return <DataChoice step={step} found={found.data} again={again} picked={picked} pick={pick} />;
}
