import { EuiBadge, EuiLoadingSpinner, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useState, type ReactElement } from 'react';
import type { Options } from '../../../../common/options';
import type { Verdict } from '../../../../common/check';
import type { SetupRequest } from '../../../../common/setup_request';
import { lazyPart } from '../../../shared/lazy_part';
import { useSuccessColor } from '../../../shared/use_success_color';
import type { CheckedPlan } from '../use_checked_plan';

const ChecksFlyout = lazyPart(async () => (await import('./checks_flyout')).ChecksFlyout);

interface ChecksBadgeProps {
  /** True while Azure is being read, before the checks start. */
  reading: boolean;
  plan: CheckedPlan;
  request: SetupRequest | undefined;
  options: Options;
  isOpen: boolean;
  onToggle(isOpen: boolean): void;
}

const text = {
  reading: i18n.translate('azureOpenaiSetup.plan.reading', {
    defaultMessage: 'Reading subscriptions, models, and quota',
  }),
  running: i18n.translate('azureOpenaiSetup.plan.checks.running', {
    defaultMessage: 'Checks are running',
  }),
  open: i18n.translate('azureOpenaiSetup.plan.checks.open', {
    defaultMessage: 'Show all checks',
  }),
};

/** "22 of 22 checks passed". A check with several findings counts once. */
function countText(verdicts: readonly Verdict[]): { text: string; passed: boolean } {
  const all = new Set(verdicts.map(({ check }) => check));
  const open = new Set(verdicts.flatMap(({ check, status }) => (status === 'pass' ? [] : [check])));
  const text = i18n.translate('azureOpenaiSetup.plan.checks.count', {
    defaultMessage: '{passed, number} of {all, number} checks passed',
    values: { passed: all.size - open.size, all: all.size },
  });
  return { text, passed: open.size === 0 };
}

/** The number of passed checks; opens the list of checks, which stays open during another check. */
export function ChecksBadge(props: ChecksBadgeProps): ReactElement | null {
  const { reading, plan, request, options, isOpen, onToggle } = props;
  const [last, setLast] = useState(plan.found);
  if (plan.found && plan.found !== last) setLast(plan.found);
  return (
    <>
      <Badge reading={reading} plan={plan} onOpen={() => onToggle(true)} />
      {isOpen && last && request && (
        <ChecksFlyout
          plan={last}
          request={request}
          options={options}
          onCheckAgain={plan.lookAgain}
          onClose={() => onToggle(false)}
        />
      )}
    </>
  );
}

function Badge({
  reading,
  plan: { found, loading },
  onOpen,
}: Pick<ChecksBadgeProps, 'reading' | 'plan'> & { onOpen(): void }): ReactElement | null {
  const good = useSuccessColor();
  if (reading || loading) {
    return (
      <EuiText size="xs" color="subdued" data-test-subj="checking">
        <EuiLoadingSpinner size="s" /> {reading ? text.reading : text.running}
      </EuiText>
    );
  }
  if (!found) return null;
  const { text: count, passed } = countText(found.verdicts);
  return (
    <EuiBadge
      color={passed ? good : 'hollow'}
      iconType={passed ? 'check' : 'warning'}
      onClick={() => onOpen()}
      onClickAriaLabel={`${count}. ${text.open}`}
      data-test-subj="checksBadge"
    >
      {count}
    </EuiBadge>
  );
}
