import { EuiAccordion, EuiSkeletonText, useGeneratedHtmlId } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useState, type ReactElement } from 'react';
import { lazyPart } from '../../shared/lazy_part';

const AdminText = lazyPart(
  async () => (await import('./admin_request_text')).AdminText,
  <EuiSkeletonText lines={6} />,
);

/** For people without access to Azure. */
export function AdminRequest(): ReactElement {
  const id = useGeneratedHtmlId({ prefix: 'cannotSignIn' });
  const [isOpen, setIsOpen] = useState(false);
  return (
    <EuiAccordion
      id={id}
      buttonContent={i18n.translate('azureOpenaiSetup.signIn.admin.title', {
        defaultMessage: 'Someone else manages Azure',
      })}
      buttonProps={{ 'data-test-subj': 'cannotSignIn' }}
      paddingSize="s"
      onToggle={setIsOpen}
    >
      {isOpen && <AdminText />}
    </EuiAccordion>
  );
}
