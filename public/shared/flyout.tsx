import {
  EuiFlyout,
  EuiFlyoutBody,
  EuiFlyoutFooter,
  EuiFlyoutHeader,
  EuiTitle,
  useGeneratedHtmlId,
} from '@elastic/eui';
import type { ReactElement, ReactNode } from 'react';

interface FlyoutProps {
  title: string;
  footer?: ReactNode;
  /** Escape and the close button. */
  onClose(): void;
  testSubj: string;
  children: ReactNode;
}

/** Below this, EUI leaves a tenth of the page beside a flyout. */
const narrow = '@media (max-width: 767px)';
const wholePage = {
  inlineSize: '100vw !important',
  minInlineSize: '0 !important',
  maxInlineSize: '100vw !important',
};

/** A flyout that covers a narrow page completely. The focus returns to the button that opened it. */
export function Flyout({ title, footer, onClose, testSubj, children }: FlyoutProps): ReactElement {
  const titleId = useGeneratedHtmlId({ prefix: 'flyoutTitle' });
  return (
    <EuiFlyout
      size="m"
      onClose={onClose}
      aria-labelledby={titleId}
      css={{ [narrow]: { '&&': wholePage } }}
      data-test-subj={testSubj}
    >
      <EuiFlyoutHeader hasBorder>
        <EuiTitle size="s">
          <h2 id={titleId}>{title}</h2>
        </EuiTitle>
      </EuiFlyoutHeader>
      <EuiFlyoutBody>{children}</EuiFlyoutBody>
      {footer && <EuiFlyoutFooter>{footer}</EuiFlyoutFooter>}
    </EuiFlyout>
  );
}
