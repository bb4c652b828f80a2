import React from 'react';
import { EuiButton, EuiEmptyPrompt } from '@elastic/eui';
import type { PageInput } from '../page_input';

/** The one page of the host's core that needs no session. */
export const LoggedOut = ({ input }: { input: PageInput }) => (
  <EuiEmptyPrompt
    iconType="logoElastic"
    title={<h1>You are logged out</h1>}
    actions={
      <EuiButton fill href={`${input.serverBasePath}/login`}>
        Log in
      </EuiButton>
    }
  />
);
