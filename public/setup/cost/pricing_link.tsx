import { EuiLink } from '@elastic/eui';
import type { ReactElement } from 'react';
import { costText } from './cost_text';

/** The page of the cloud with the prices; it opens in a new tab. */
export const PricingLink = ({ href }: { href: string }): ReactElement => (
  <EuiLink href={href} target="_blank" data-test-subj="costLink">
    {costText.link}
  </EuiLink>
);
