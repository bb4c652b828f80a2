import {
  EuiButton,
  EuiButtonEmpty,
  EuiFlexGroup,
  EuiFlexItem,
  EuiFlyout,
  EuiFlyoutBody,
  EuiFlyoutFooter,
  EuiFlyoutHeader,
  EuiTitle,
  useGeneratedHtmlId,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement, ReactNode } from 'react';

interface PlanFlyoutProps {
  title: string;
  /** Applies the changes. The owner closes the flyout, or keeps it open and focuses the field that is wrong. */
  onSave(): void;
  /** Cancel, Escape and the close button: nothing changes. */
  onClose(): void;
  testSubj: string;
  children: ReactNode;
}

/** Below this, EUI leaves a tenth of the page beside a flyout. */
const narrow = '@media (max-width: 767px)';

/** The form behind a row of the plan. Nothing changes before Save. Focus returns to the button that opened it. */
export function PlanFlyout(props: PlanFlyoutProps): ReactElement {
  const { title, onSave, onClose, testSubj, children } = props;
  const titleId = useGeneratedHtmlId({ prefix: 'planFlyout' });
  return (
    <EuiFlyout
      size="m"
      ownFocus
      onClose={onClose}
      aria-labelledby={titleId}
      css={{
        [narrow]: {
          '&&': {
            inlineSize: '100vw !important',
            minInlineSize: '0 !important',
            maxInlineSize: '100vw !important',
          },
        },
      }}
      data-test-subj={testSubj}
    >
      <EuiFlyoutHeader hasBorder>
        <EuiTitle size="s">
          <h2 id={titleId}>{title}</h2>
        </EuiTitle>
      </EuiFlyoutHeader>
      <EuiFlyoutBody>{children}</EuiFlyoutBody>
      <EuiFlyoutFooter>
        <EuiFlexGroup justifyContent="spaceBetween" responsive={false} gutterSize="s">
          <EuiFlexItem grow={false}>
            <EuiButtonEmpty flush="left" onClick={onClose} data-test-subj={`${testSubj}Cancel`}>
              {i18n.translate('azureOpenaiSetup.plan.flyout.cancel', { defaultMessage: 'Cancel' })}
            </EuiButtonEmpty>
          </EuiFlexItem>
          <EuiFlexItem grow={false}>
            <EuiButton fill onClick={onSave} data-test-subj={`${testSubj}Save`}>
              {i18n.translate('azureOpenaiSetup.plan.flyout.save', { defaultMessage: 'Save' })}
            </EuiButton>
          </EuiFlexItem>
        </EuiFlexGroup>
      </EuiFlyoutFooter>
    </EuiFlyout>
  );
}
