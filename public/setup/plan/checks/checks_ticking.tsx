import { EuiIcon, EuiSpacer, EuiText, useEuiTheme } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { Verdict } from '../../../../common/check';
import { checkText } from '../../../../common/words/checks/check_text';
import { statusText } from '../../../shared/problems/verdict_counts';

interface ChecksTickingProps {
  /** Verdicts of the finished checks, in order. */
  verdicts: readonly Verdict[];
}

const open = i18n.translate('azureOpenaiSetup.plan.checks.notPassed', {
  defaultMessage: 'Needs attention',
});

/** The finished checks, while the others run. */
export function ChecksTicking({ verdicts }: ChecksTickingProps): ReactElement {
  const { euiTheme } = useEuiTheme();
  return (
    <div data-test-subj="checksTicking" css={{ minBlockSize: euiTheme.size.l }}>
      <EuiSpacer size="s" />
      <ul css={{ columns: '2 140px', columnGap: euiTheme.size.m, listStyle: 'none' }}>
        {verdicts.map(({ check, status }, index) => (
          <li key={`${check}-${index}`}>
            <EuiText size="xs" color="subdued">
              <EuiIcon
                type={status === 'pass' ? 'check' : 'warning'}
                color={status === 'pass' ? 'success' : 'warning'}
                size="s"
                aria-label={status === 'pass' ? statusText.pass : open}
              />{' '}
              {checkText[check].title}
            </EuiText>
          </li>
        ))}
      </ul>
    </div>
  );
}
