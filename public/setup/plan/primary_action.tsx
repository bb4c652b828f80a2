import { EuiButton, EuiSpacer, EuiText, useGeneratedHtmlId } from '@elastic/eui';
import type { ReactElement, ReactNode } from 'react';

interface PrimaryActionProps {
  text: string;
  loading: boolean;
  /** False if another button of the screen is the primary one. */
  fill: boolean;
  /** The reason why it is disabled. The button stays focusable, so screen readers announce the reason. */
  obstacle?: string;
  /** Shown below an enabled button. */
  note?: ReactNode;
  onClick(): void;
  testSubj: string;
}

const blocked = { opacity: 0.6, cursor: 'not-allowed' } as const;

/** The primary button of the plan. */
export function PrimaryAction(props: PrimaryActionProps): ReactElement {
  const { text, loading, fill, obstacle, note, onClick, testSubj } = props;
  const id = useGeneratedHtmlId({ prefix: 'primaryAction' });
  const description = obstacle ?? note;
  return (
    <>
      <EuiButton
        fill={fill}
        fullWidth
        isLoading={loading}
        aria-disabled={obstacle !== undefined}
        aria-describedby={description ? id : undefined}
        css={obstacle !== undefined && blocked}
        onClick={() => obstacle === undefined && !loading && onClick()}
        data-test-subj={testSubj}
      >
        {text}
      </EuiButton>
      {description && (
        <>
          <EuiSpacer size="s" />
          <EuiText size="xs" color="subdued" textAlign="center" id={id}>
            <div data-test-subj={obstacle === undefined ? 'planNote' : 'obstacle'}>
              {description}
            </div>
          </EuiText>
        </>
      )}
    </>
  );
}
