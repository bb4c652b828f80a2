import React, { useState } from 'react';
import {
  EuiContextMenuItem,
  EuiContextMenuPanel,
  EuiHeaderSectionItemButton,
  EuiIcon,
  EuiPopover,
  EuiPopoverTitle,
} from '@elastic/eui';
import type { ChromeHelpExtension } from '@kbn/core/public';
import { createStore, useStore } from './store';

export const helpExtension = createStore<ChromeHelpExtension | undefined>(undefined);

/** The help menu with the links of the open app. */
export const HelpMenu = () => {
  const extension = useStore(helpExtension);
  const [isOpen, setIsOpen] = useState(false);
  if (extension === undefined) return null;
  const { appName, links = [] } = extension;
  return (
    <EuiPopover
      aria-label="Help menu"
      isOpen={isOpen}
      closePopover={() => setIsOpen(false)}
      panelPaddingSize="none"
      anchorPosition="downRight"
      button={
        <EuiHeaderSectionItemButton
          aria-label="Help menu"
          aria-expanded={isOpen}
          data-test-subj="helpMenuButton"
          onClick={() => setIsOpen(!isOpen)}
        >
          <EuiIcon type="question" aria-hidden />
        </EuiHeaderSectionItemButton>
      }
    >
      <EuiPopoverTitle paddingSize="s">{appName}</EuiPopoverTitle>
      <EuiContextMenuPanel
        items={links.map((link) => (
          <EuiContextMenuItem
            key={link.href}
            href={link.href}
            target={link.linkType === 'custom' && !link.external ? undefined : '_blank'}
            data-test-subj="helpLink"
          >
            {link.linkType === 'documentation' ? `${appName} documentation` : link.content}
          </EuiContextMenuItem>
        ))}
      />
    </EuiPopover>
  );
};
