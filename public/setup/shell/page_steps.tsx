import { EuiStepsHorizontal, useIsWithinMaxBreakpoint } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';

/** The page's three steps, in order. */
const titles = [
  i18n.translate('azureOpenaiSetup.steps.signIn', { defaultMessage: 'Sign in to Azure' }),
  i18n.translate('azureOpenaiSetup.steps.plan', { defaultMessage: 'Review the plan' }),
  i18n.translate('azureOpenaiSetup.steps.create', { defaultMessage: 'Create and test' }),
];

interface PageStepsProps {
  /** Index of the current step; 3 when all are complete. */
  current: number;
  /** The current step has stopped with a problem. */
  stopped: boolean;
  /** Opens a step, for each that can be opened. */
  open: readonly ((() => void) | undefined)[];
}

export function PageSteps({ current, stopped, open }: PageStepsProps): ReactElement {
  const isNarrow = useIsWithinMaxBreakpoint('s');
  const status = (index: number) => {
    if (index < current) return 'complete';
    if (index > current) return 'incomplete';
    return stopped ? 'danger' : 'current';
  };
  return (
    <EuiStepsHorizontal
      size={isNarrow ? 'xs' : 's'}
      data-test-subj="pageSteps"
      steps={titles.map((title, index) => ({
        title,
        status: status(index),
        // Not a button, but with the same look.
        ...(!open[index] && {
          tabIndex: -1,
          'aria-disabled': true,
          css: { pointerEvents: 'none' },
        }),
        onClick: () => open[index]?.(),
        // The content is the accessible name; the newest EUI adds a different label.
        'aria-label': '',
        'data-test-subj': `pageStep-${index + 1}`,
      }))}
    />
  );
}
