import { EuiLink } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';

/** Link to the cloud's pricing page, in a new tab. */
export const PricingLink = ({ href }: { href: string }): ReactElement => (
  <EuiLink href={href} target="_blank" data-test-subj="costLink">
    {i18n.translate('azureOpenaiSetup.cost.link', { defaultMessage: 'Azure pricing' })}
  </EuiLink>
);
