import {
  EuiBadge,
  EuiDescriptionList,
  EuiFlexGroup,
  EuiFlexItem,
  EuiIcon,
  EuiPanel,
  EuiSpacer,
  EuiText,
  EuiTitle,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement, ReactNode } from 'react';
import { freeTokens } from '../../../common/capacity';
import { scoreOf } from '../../../common/model_scores';
import type { DeploymentTypeOption, ModelDrawback, ModelOption } from '../../../common/options';
import type { UseCase } from '../../../common/recommendation';
import type { SetupRequest } from '../../../common/setup_request';
import { formatDate, formatTokens, modelTitle } from '../../../common/words/format';
import { ScoreLinks, scoresReadIn } from './model_score';
import { dataProcessing, drawbackText } from '../../../common/words/model_text';

interface ModelCardProps {
  request: SetupRequest;
  offer?: ModelOption;
  type?: DeploymentTypeOption;
  useCase: UseCase;
  region: string;
  recommended: boolean;
  /** The button that opens the list of other models. */
  action: ReactNode;
}

/** The chosen model with what speaks for and against it. */
export function ModelCard(props: ModelCardProps): ReactElement {
  const { request, type, recommended, action } = props;
  return (
    <EuiPanel hasBorder paddingSize="m" data-test-subj="modelCard">
      <EuiFlexGroup alignItems="center" gutterSize="s" responsive={false} wrap>
        <EuiFlexItem grow={false}>
          <EuiTitle size="xs">
            <h3>{modelTitle(request.modelName)}</h3>
          </EuiTitle>
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <EuiText size="s" color="subdued">
            {i18n.translate('azureOpenaiSetup.model.card.version', {
              defaultMessage: 'Version {version}',
              values: { version: request.modelVersion },
            })}
          </EuiText>
        </EuiFlexItem>
        {recommended && (
          <EuiFlexItem grow={false}>
            <EuiBadge color="primary">
              {i18n.translate('azureOpenaiSetup.model.card.recommended', {
                defaultMessage: 'Recommended',
              })}
            </EuiBadge>
          </EuiFlexItem>
        )}
      </EuiFlexGroup>
      <EuiSpacer size="m" />
      <EuiDescriptionList type="responsiveColumn" compressed listItems={facts(props)} />
      <Drawbacks drawbacks={type?.drawbacks ?? []} />
      <EuiSpacer size="m" />
      {action}
    </EuiPanel>
  );
}

const labels = {
  score: i18n.translate('azureOpenaiSetup.model.card.score', { defaultMessage: "Elastic's score" }),
  data: i18n.translate('azureOpenaiSetup.model.card.data', { defaultMessage: 'Data processing' }),
  free: i18n.translate('azureOpenaiSetup.model.card.free', { defaultMessage: 'Free quota' }),
  retires: i18n.translate('azureOpenaiSetup.model.card.retires', { defaultMessage: 'Retires' }),
};

const facts = ({ request, offer, type, useCase, region }: ModelCardProps) => [
  { title: labels.score, description: <Score offer={offer} useCase={useCase} /> },
  {
    title: labels.data,
    description: dataProcessing(request.deploymentType, region) ?? request.deploymentType,
  },
  { title: labels.free, description: freeText(type) },
  { title: labels.retires, description: retiresText(offer, type) },
];

function Score({ offer, useCase }: { offer?: ModelOption; useCase: UseCase }): ReactElement {
  return (
    <>
      {scoreText(offer, useCase)}
      <ScoreLinks useCase={useCase} />
    </>
  );
}

function scoreText(offer: ModelOption | undefined, useCase: UseCase): string {
  const score = offer && scoreOf(offer, useCase);
  if (score === undefined) {
    return i18n.translate('azureOpenaiSetup.model.card.notRated', {
      defaultMessage: 'Not rated for this use as of {date}',
      values: { date: scoresReadIn() },
    });
  }
  return ratedText[useCase](score, scoresReadIn());
}

const ratedText: Record<UseCase, (score: number, date: string) => string> = {
  security: (score, date) =>
    i18n.translate('azureOpenaiSetup.model.card.ratedForSecurity', {
      defaultMessage: '{score, number} of 10 for security, as of {date}',
      values: { score, date },
    }),
  observability: (score, date) =>
    i18n.translate('azureOpenaiSetup.model.card.ratedForObservability', {
      defaultMessage: '{score, number} of 10 for observability, as of {date}',
      values: { score, date },
    }),
  both: (score, date) =>
    i18n.translate('azureOpenaiSetup.model.card.ratedForBoth', {
      defaultMessage: '{score, number} of 10 for security and observability, as of {date}',
      values: { score, date },
    }),
};

function freeText(type: DeploymentTypeOption | undefined): string {
  const tokens = type && freeTokens(type);
  if (tokens !== undefined) return formatTokens(tokens);
  return i18n.translate('azureOpenaiSetup.model.card.freeUnknown', {
    defaultMessage: 'Could not be read',
  });
}

function retiresText(offer?: ModelOption, type?: DeploymentTypeOption): string {
  const date = type?.retiresAt ?? offer?.retiresAt;
  if (date) return formatDate(date);
  return i18n.translate('azureOpenaiSetup.model.card.noRetirement', {
    defaultMessage: 'No date announced',
  });
}

function Drawbacks({ drawbacks }: { drawbacks: ModelDrawback[] }): ReactElement | null {
  if (drawbacks.length === 0) return null;
  return (
    <>
      <EuiSpacer size="s" />
      {drawbacks.map((drawback) => (
        <EuiText key={drawback} size="s" data-test-subj={`modelDrawback-${drawback}`}>
          <p>
            <EuiIcon type="warning" color="warning" aria-hidden={true} /> {drawbackText[drawback]}
          </p>
        </EuiText>
      ))}
    </>
  );
}
