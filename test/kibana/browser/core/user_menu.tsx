import React, { useState } from 'react';
import {
  EuiAvatar,
  EuiContextMenuItem,
  EuiContextMenuPanel,
  EuiHeaderSectionItemButton,
  EuiPopover,
  EuiPopoverTitle,
  EuiText,
} from '@elastic/eui';
import type { PageInput } from '../page_input';

/** Who is signed in, and the way to be somebody else. */
export const UserMenu = ({ input, controlUrl }: { input: PageInput; controlUrl?: string }) => {
  const [isOpen, setIsOpen] = useState(false);
  const { username, roles } = input.user;
  const here = encodeURIComponent(window.location.pathname + window.location.search);
  const login = `${input.serverBasePath}/login?next=${here}`;
  return (
    <EuiPopover
      aria-label="Account menu"
      isOpen={isOpen}
      closePopover={() => setIsOpen(false)}
      panelPaddingSize="none"
      anchorPosition="downRight"
      button={
        <EuiHeaderSectionItemButton
          aria-label={`Account menu of ${username}`}
          aria-expanded={isOpen}
          data-test-subj="userMenuButton"
          onClick={() => setIsOpen(!isOpen)}
        >
          <EuiAvatar name={username} size="s" />
        </EuiHeaderSectionItemButton>
      }
    >
      <EuiPopoverTitle paddingSize="s">
        {username}
        <EuiText size="xs" color="subdued">
          {roles.join(', ')}
        </EuiText>
      </EuiPopoverTitle>
      <EuiContextMenuPanel
        items={[
          <EuiContextMenuItem key="login" icon="users" href={login} data-test-subj="switchUser">
            Switch user
          </EuiContextMenuItem>,
          ...(controlUrl === undefined
            ? []
            : [
                <EuiContextMenuItem
                  key="control"
                  icon="logoAzure"
                  href={controlUrl}
                  target="_blank"
                  data-test-subj="sandboxControl"
                >
                  Simulated Azure
                </EuiContextMenuItem>,
              ]),
        ]}
      />
    </EuiPopover>
  );
};
