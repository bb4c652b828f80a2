import { EuiButton } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';

export const tryAgain = i18n.translate('azureOpenaiSetup.pageProblem.tryAgain', {
  defaultMessage: 'Try again',
});

export interface Retry {
  onClick(): void;
  loading?: boolean;
  testSubj: string;
  /** Label of the button; by default "Try again". */
  text?: string;
  iconType?: string;
}

/** The button that repeats what has failed. */
export function RetryButton(props: Retry & { fill?: boolean }): ReactElement {
  const { onClick, loading, testSubj, text = tryAgain, iconType = 'refresh', fill } = props;
  return (
    <EuiButton
      size="s"
      fill={fill}
      iconType={iconType}
      isLoading={loading}
      onClick={() => onClick()}
      data-test-subj={testSubj}
    >
      {text}
    </EuiButton>
  );
}
