import { EuiButton, EuiButtonEmpty, EuiFlexGroup } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement, ReactNode } from 'react';
import { sizeText } from '../../../common/words/size_text';
import { Flyout } from '../../shared/flyout';

interface PlanFlyoutProps {
  title: string;
  /**
   * Applies the changes; absent if there is nothing to choose. The parent closes the flyout, or focuses an invalid
   * field.
   */
  onSave?: (() => void) | undefined;
  /** Cancel, Escape or the close button, without changes. */
  onClose(): void;
  testSubj: string;
  children: ReactNode;
}

/** The flyout of a plan row. Changes apply on Save. */
export function PlanFlyout(props: PlanFlyoutProps): ReactElement {
  const { title, onSave, onClose, testSubj, children } = props;
  return (
    <Flyout
      title={title}
      onClose={onClose}
      testSubj={testSubj}
      footer={
        <EuiFlexGroup justifyContent="spaceBetween" responsive={false} gutterSize="s">
          <EuiButtonEmpty flush="left" onClick={onClose} data-test-subj={`${testSubj}Cancel`}>
            {sizeText.cancel}
          </EuiButtonEmpty>
          {onSave && (
            <EuiButton fill onClick={onSave} data-test-subj={`${testSubj}Save`}>
              {i18n.translate('azureOpenaiSetup.plan.flyout.save', { defaultMessage: 'Save' })}
            </EuiButton>
          )}
        </EuiFlexGroup>
      }
    >
      {children}
    </Flyout>
  );
}
