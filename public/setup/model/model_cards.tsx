import { EuiButtonEmpty, EuiFieldSearch, EuiFormFieldset, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useState, type ReactElement } from 'react';
import { standingOf } from '../../../common/models/model_standing';
import type { Offers } from '../../../common/models/offers';
import type { UseCase } from '../../../common/recommendation';
import { regionName } from '../../../common/words/format';
import { EmptyPrompt } from '../../shared/empty_prompt';
import type { FormStepProps } from '../form/form_step';
import { readAgainText, UnreadRegions } from '../offers/unread_regions';
import { useAnnounce } from '../screen/page_actions';
import { ModelCard } from './model_card';
import { searchChoices, type ModelChoice, type Picked } from '../offers/model_choices';
import { compareModels } from './model_comparison';
import { ScoreSources } from './score_sources';
import { NoneAvailable, UnavailableModels } from './unavailable_models';

interface ModelCardsProps {
  step: FormStepProps;
  /** The use case of the scores. */
  useCase: UseCase;
  found: Offers;
  /** The models of `found`. */
  choices: readonly ModelChoice[];
  again: { onClick(): void; loading: boolean };
  picked: Picked;
  setPicked(picked: Picked): void;
}

/** Minimum number of models for a search field. */
const manyModels = 7;

/** One card for each model, best first; unavailable models are collapsed. */
export function ModelCards(props: ModelCardsProps): ReactElement {
  const { step, useCase, found, choices, again } = props;
  const { options } = step;
  const [text, setText] = useState('');
  const available = choices.filter((choice) => choice.available);
  const shown = searchChoices(available, text, (location) => regionName(location, options));
  useAnnounce(shownText(shown.length));
  if (choices.length === 0) return <NoModels again={again} />;
  return (
    <>
      <EuiText size="xs" color="subdued">
        <p data-test-subj="offersSource">
          <ScoreSources useCase={useCase} />
        </p>
      </EuiText>
      <UnreadRegions found={found} options={options} again={again} />
      <EuiSpacer size="s" />
      {available.length >= manyModels && <Search text={text} setText={setText} />}
      {shown.length > 0 ? (
        <Cards {...props} shown={shown} />
      ) : (
        available.length > 0 && <NothingFound clear={() => setText('')} />
      )}
      {available.length === 0 && <NoneAvailable />}
      <UnavailableModels
        choices={choices.filter((choice) => !choice.available)}
        isOpen={available.length === 0}
      />
    </>
  );
}

interface CardsProps extends ModelCardsProps {
  shown: readonly ModelChoice[];
}

function Cards({ step, useCase, choices, shown, picked, setPicked }: CardsProps): ReactElement {
  const { request, options } = step;
  const chosen = choices.find(({ modelName }) => modelName === request.modelName);
  const region = regionName(request.location, options);
  const legend = i18n.translate('azureOpenaiSetup.plan.model.cards', {
    defaultMessage: 'Models that you can deploy, best first',
  });
  return (
    <EuiFormFieldset legend={{ children: legend, display: 'hidden' }}>
      {shown.map((choice) => (
        <ModelCard
          key={choice.modelName}
          choice={choice}
          useCase={useCase}
          standing={choice === choices[0] ? standingOf(choice.best) : undefined}
          comparison={
            chosen && chosen !== choice
              ? compareModels(choice, chosen, { location: request.location, region })
              : undefined
          }
          current={request}
          picked={picked}
          setPicked={setPicked}
        />
      ))}
    </EuiFormFieldset>
  );
}

function Search({ text, setText }: { text: string; setText(text: string): void }): ReactElement {
  const label = i18n.translate('azureOpenaiSetup.plan.model.search', {
    defaultMessage: 'Search by model, version, or region',
  });
  return (
    <>
      <EuiFieldSearch
        fullWidth
        value={text}
        onChange={(event) => setText(event.target.value)}
        placeholder={label}
        aria-label={label}
        data-test-subj="modelSearch"
      />
      <EuiSpacer size="s" />
    </>
  );
}

const shownText = (count: number): string =>
  i18n.translate('azureOpenaiSetup.plan.model.shown', {
    defaultMessage: '{count, plural, one {# model} other {# models}} shown',
    values: { count },
  });

function NothingFound({ clear }: { clear(): void }): ReactElement {
  return (
    <EmptyPrompt
      title={i18n.translate('azureOpenaiSetup.plan.model.nothingFound', {
        defaultMessage: 'No model matches your search',
      })}
      action={
        <EuiButtonEmpty onClick={clear} data-test-subj="modelClearSearch">
          {i18n.translate('azureOpenaiSetup.plan.model.clearSearch', {
            defaultMessage: 'Clear search',
          })}
        </EuiButtonEmpty>
      }
    />
  );
}

function NoModels({ again }: Pick<ModelCardsProps, 'again'>): ReactElement {
  return (
    <EmptyPrompt
      title={i18n.translate('azureOpenaiSetup.offers.none', {
        defaultMessage: 'No region offers a model that Kibana can use',
      })}
      body={i18n.translate('azureOpenaiSetup.plan.model.noneBody', {
        defaultMessage:
          "Choose another subscription: some offers, such as free trials, don't include Azure OpenAI.",
      })}
      action={
        <EuiButtonEmpty
          onClick={again.onClick}
          isLoading={again.loading}
          data-test-subj="offersLookAgain"
        >
          {readAgainText}
        </EuiButtonEmpty>
      }
      testSubj="offersNone"
    />
  );
}
