import { EuiProgress, EuiText, useEuiTheme } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement, ReactNode } from 'react';
import type { UseCase } from '../../../common/recommendation';
import { formatDate } from '../../../common/words/format';

/** "8.5". */
const formatScore = (score: number): string =>
  new Intl.NumberFormat(i18n.getLocale(), { maximumFractionDigits: 1 }).format(score);

const ratedText: Record<UseCase, (score: string) => string> = {
  security: (score) =>
    i18n.translate('azureOpenaiSetup.plan.model.score.security', {
      defaultMessage: "{score} of 10 in Elastic's security tests",
      values: { score },
    }),
  observability: (score) =>
    i18n.translate('azureOpenaiSetup.plan.model.score.observability', {
      defaultMessage: "{score} of 10 in Elastic's observability tests",
      values: { score },
    }),
  both: (score) =>
    i18n.translate('azureOpenaiSetup.plan.model.score.both', {
      defaultMessage: "{score} of 10 in Elastic's security and observability tests",
      values: { score },
    }),
};

const notRatedText: Record<UseCase, string> = {
  security: i18n.translate('azureOpenaiSetup.plan.model.notRated.security', {
    defaultMessage: 'Not rated by Elastic for security',
  }),
  observability: i18n.translate('azureOpenaiSetup.plan.model.notRated.observability', {
    defaultMessage: 'Not rated by Elastic for observability',
  }),
  both: i18n.translate('azureOpenaiSetup.plan.model.notRated.both', {
    defaultMessage: 'Not rated by Elastic for both security and observability',
  }),
};

/** The score of a model for a use case, 0-10, as text. */
const scoreText = (score: number | undefined, useCase: UseCase): string =>
  score === undefined ? notRatedText[useCase] : ratedText[useCase](formatScore(score));

/** "supported until Jun 8, 2027", in the middle of a line. */
export const supportedText = (date: string | undefined): string =>
  date
    ? i18n.translate('azureOpenaiSetup.plan.model.supportedUntil', {
        defaultMessage: 'supported until {date}',
        values: { date: formatDate(date) },
      })
    : i18n.translate('azureOpenaiSetup.plan.model.noRetirement', {
        defaultMessage: 'no retirement date announced',
      });

interface ScoreBarProps {
  /** 0-10; absent if Elastic has not rated the model for the use case. */
  score?: number;
  useCase: UseCase;
  /** Text after the score. */
  children?: ReactNode;
}

/** The score as a bar and as text. */
export function ScoreBar({ score, useCase, children }: ScoreBarProps): ReactElement {
  const { size } = useEuiTheme().euiTheme;
  return (
    <div
      css={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: `${size.xs} ${size.s}` }}
    >
      {score !== undefined && (
        <div css={{ flex: '0 1 140px', minWidth: 0 }} aria-hidden={true}>
          <EuiProgress value={score} max={10} size="s" color="success" />
        </div>
      )}
      <EuiText size="xs" css={{ flex: '1 1 220px', minWidth: 0 }}>
        {scoreText(score, useCase)}
        {children}
      </EuiText>
    </div>
  );
}
