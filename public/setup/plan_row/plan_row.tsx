import { EuiButtonEmpty, EuiIcon, EuiPanel, EuiText, EuiTitle, useEuiTheme } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement, ReactNode } from 'react';

interface PlanRowProps {
  /** An icon of EUI. */
  icon: string;
  label: string;
  /** Its text, or a skeleton while it is loading. */
  value: string | ReactElement;
  /** Beside the value. */
  badge?: ReactNode;
  /** Opens the row's flyout; absent if nothing can be changed. */
  onChange?(): void;
  /** The text of the button. */
  changeText?: string;
  testSubj: string;
  /** One visualization with its text. */
  children?: ReactNode;
}

/** A row of the plan: value, visualization, and the button that changes it. */
export function PlanRow(props: PlanRowProps): ReactElement {
  const { icon, label, value, badge, onChange, changeText, testSubj, children } = props;
  const { size } = useEuiTheme().euiTheme;
  return (
    <EuiPanel hasBorder hasShadow={false} paddingSize="m" data-test-subj={testSubj}>
      <div css={{ display: 'flex', alignItems: 'flex-start', gap: size.m }}>
        <EuiIcon type={icon} size="l" aria-hidden={true} css={{ flexShrink: 0 }} />
        <div css={{ flex: 1, minWidth: 0, overflowWrap: 'break-word' }}>
          <EuiText size="xs" color="subdued">
            {label}
          </EuiText>
          <div css={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: size.s }}>
            {typeof value === 'string' ? (
              <EuiTitle size="xs">
                <h3 css={{ minWidth: 0 }} data-test-subj={`${testSubj}Value`}>
                  {value}
                </h3>
              </EuiTitle>
            ) : (
              value
            )}
            {badge}
          </div>
          {children && <div css={{ marginBlockStart: size.xs }}>{children}</div>}
        </div>
        {onChange && (
          <EuiButtonEmpty
            size="xs"
            flush="right"
            onClick={onChange}
            aria-label={changeLabel(changeText ?? change, label)}
            css={{ flexShrink: 0 }}
            data-test-subj={`${testSubj}Change`}
          >
            {changeText ?? change}
          </EuiButtonEmpty>
        )}
      </div>
    </EuiPanel>
  );
}

const change = i18n.translate('azureOpenaiSetup.plan.row.change', { defaultMessage: 'Change' });

/** Starts with the visible text, for voice control. */
const changeLabel = (text: string, label: string): string =>
  i18n.translate('azureOpenaiSetup.plan.row.changeLabel', {
    defaultMessage: '{text}: {label}',
    values: { text, label },
  });
