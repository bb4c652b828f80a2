import { EuiButton, EuiButtonEmpty, EuiText, useEuiTheme } from '@elastic/eui';
import type { ReactElement } from 'react';

export interface BarButton {
  text: string;
  testSubj: string;
  onClick(): void;
  loading?: boolean;
  danger?: boolean;
  /** The reason why it is disabled. */
  obstacle?: string;
  /** Shown beside the button. */
  note?: string;
}

export interface Bar {
  back?: BarButton;
  next?: BarButton;
  primary?: BarButton;
}

/** Stays at the bottom of the window: back, next, and the primary button. */
export function WizardBar({ back, next, primary }: Bar): ReactElement | null {
  const { euiTheme } = useEuiTheme();
  if (!back && !next && !primary) return null;
  const beside = primary?.obstacle ?? primary?.note;
  const bar = {
    position: 'sticky',
    bottom: 0,
    zIndex: euiTheme.levels.header,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: euiTheme.size.s,
    padding: `${euiTheme.size.m} 0`,
    borderTop: euiTheme.border.thin,
    backgroundColor: euiTheme.colors.backgroundBasePlain,
  } as const;
  return (
    <div css={bar} data-test-subj="wizardBar">
      {back && <Secondary button={back} />}
      <div css={{ flex: 1 }} />
      {beside && (
        <EuiText
          size="s"
          color="subdued"
          id="azureOpenaiSetupBeside"
          data-test-subj={primary?.obstacle ? 'obstacle' : 'barNote'}
        >
          {beside}
        </EuiText>
      )}
      {next && <Secondary button={next} />}
      {primary && (
        <EuiButton
          fill
          isDisabled={primary.obstacle !== undefined}
          isLoading={primary.loading}
          aria-describedby={beside ? 'azureOpenaiSetupBeside' : undefined}
          onClick={() => primary.onClick()}
          data-test-subj={primary.testSubj}
        >
          {primary.text}
        </EuiButton>
      )}
    </div>
  );
}

function Secondary({ button }: { button: BarButton }): ReactElement {
  return (
    <EuiButtonEmpty
      color={button.danger ? 'danger' : 'primary'}
      onClick={() => button.onClick()}
      data-test-subj={button.testSubj}
    >
      {button.text}
    </EuiButtonEmpty>
  );
}
