import { EuiLink } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import { scoreSources } from '../../../common/model_scores';
import type { UseCase } from '../../../common/recommendation';

/** "October 2026": when the scores were read. */
export const scoresReadIn = (): string =>
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

/** The matrices that the scores for a use come from. */
export function ScoreLinks({ useCase }: { useCase: UseCase }): ReactElement {
  return (
    <>
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
