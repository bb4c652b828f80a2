import { EuiLink } from '@elastic/eui';
import type { ReactElement } from 'react';
import { costText } from './cost_text';

/** Link to the cloud's pricing page, in a new tab. */
export const PricingLink = ({ href }: { href: string }): ReactElement => (
  <EuiLink href={href} target="_blank" data-test-subj="costLink">
    {costText.link}
  </EuiLink>
);
