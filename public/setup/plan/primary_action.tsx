import { EuiButton, EuiSpacer, EuiText, useGeneratedHtmlId } from '@elastic/eui';
import type { ReactElement, ReactNode } from 'react';

interface PrimaryActionProps {
  text: string;
  loading: boolean;
  /** False while another button of the screen has to be pressed first. */
  fill: boolean;
  /** The reason why it cannot be pressed. The button keeps the focus, so that the reason is heard. */
  obstacle?: string;
  /** Shown under a button that can be pressed. */
  note?: ReactNode;
  onClick(): void;
  testSubj: string;
}

const blocked = { opacity: 0.6, cursor: 'not-allowed' } as const;

/** The one button of the plan. */
export function PrimaryAction(props: PrimaryActionProps): ReactElement {
  const { text, loading, fill, obstacle, note, onClick, testSubj } = props;
  const id = useGeneratedHtmlId({ prefix: 'primaryAction' });
  const beneath = obstacle ?? note;
  return (
    <>
      <EuiButton
        fill={fill}
        fullWidth
        isLoading={loading}
        aria-disabled={obstacle !== undefined}
        aria-describedby={beneath ? id : undefined}
        css={obstacle !== undefined && blocked}
        onClick={() => obstacle === undefined && !loading && onClick()}
        data-test-subj={testSubj}
      >
        {text}
      </EuiButton>
      {beneath && (
        <>
          <EuiSpacer size="s" />
          <EuiText size="xs" color="subdued" textAlign="center" id={id}>
            <div data-test-subj={obstacle === undefined ? 'planNote' : 'obstacle'}>{beneath}</div>
          </EuiText>
        </>
      )}
    </>
  );
}
