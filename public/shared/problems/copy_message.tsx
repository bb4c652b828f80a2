import { EuiButtonEmpty, EuiCopy } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';

/** Copies a text that the person sends to an administrator. */
export function CopyMessage({ message }: { message: string }): ReactElement {
  return (
    <EuiCopy
      textToCopy={message}
      afterMessage={i18n.translate('azureOpenaiSetup.permission.copied', {
        defaultMessage: 'Message copied',
      })}
    >
      {(copy) => (
        <EuiButtonEmpty
          size="s"
          flush="both"
          iconType="copy"
          onClick={copy}
          data-test-subj="copyMessage"
        >
          {i18n.translate('azureOpenaiSetup.permission.copyMessage', {
            defaultMessage: 'Copy as a message',
          })}
        </EuiButtonEmpty>
      )}
    </EuiCopy>
  );
}
