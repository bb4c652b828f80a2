import { EuiLink } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import { scoreSources } from '../../../common/models/model_scores';
import type { UseCase } from '../../../common/recommendation';

/** "October 2026": the month of the published scores. */
const scoresReadIn = (): string =>
  new Intl.DateTimeFormat(i18n.getLocale(), {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${scoreSources.readIn}-01T00:00:00Z`));

const matrixText = {
  security: i18n.translate('azureOpenaiSetup.model.score.security', {
    defaultMessage: 'Security matrix',
  }),
  observability: i18n.translate('azureOpenaiSetup.model.score.observability', {
    defaultMessage: 'Observability matrix',
  }),
};

const sourcesOf = (useCase: UseCase) =>
  useCase === 'both' ? (['security', 'observability'] as const) : ([useCase] as const);

/** The date of the scores, and the matrices that they come from. */
export function ScoreSources({ useCase }: { useCase: UseCase }): ReactElement {
  return (
    <>
      {i18n.translate('azureOpenaiSetup.offers.scores', {
        defaultMessage: "Scores are Elastic's, as of {date}:",
        values: { date: scoresReadIn() },
      })}
      {sourcesOf(useCase).map((source) => (
        <span key={source}>
          {' '}
          <EuiLink href={scoreSources[source]} target="_blank" external>
            {matrixText[source]}
          </EuiLink>
        </span>
      ))}
    </>
  );
}
