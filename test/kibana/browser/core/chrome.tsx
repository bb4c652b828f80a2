import React from 'react';
import {
  EuiAvatar,
  EuiBadge,
  EuiHeader,
  EuiHeaderBreadcrumbs,
  EuiHeaderLogo,
  EuiHeaderSectionItemButton,
} from '@elastic/eui';
import type { Breadcrumb, CoreStart } from '@kbn/core/public';
import type { PageInput } from '../page_input';
import { HelpMenu, helpExtension } from './help_menu';
import { createStore, useStore } from './store';

const baseTitle = 'Elastic';
const breadcrumbs = createStore<Breadcrumb[]>([]);

const changeTitle = (title: string | string[]) => {
  document.title = [...(typeof title === 'string' ? [title] : title), baseTitle].join(' - ');
};
const resetTitle = () => {
  document.title = baseTitle;
};

export const chrome: CoreStart['chrome'] = {
  setBreadcrumbs: (next) => breadcrumbs.set(next),
  setHelpExtension: (extension) => helpExtension.set(extension),
  docTitle: { change: changeTitle },
};

/** Clears the parts of the header that belong to the previous app. */
export const resetChrome = () => {
  breadcrumbs.set([]);
  helpExtension.set(undefined);
  resetTitle();
};

interface HeaderProps {
  input: PageInput;
  navigateToUrl: (url: string) => Promise<void>;
}

type Click = { preventDefault(): void };

/** On a narrow screen the breadcrumbs shrink, not the buttons. */
const shrinkingTrail = {
  '.euiHeaderSection:first-of-type': { minWidth: 0, flexShrink: 1 },
  '.euiHeaderSection:last-of-type': { flexShrink: 0 },
  '.euiHeaderSectionItem:has(.euiHeaderBreadcrumbs)': { minWidth: 0, overflow: 'hidden' },
} as const;

export const Header = ({ input, navigateToUrl }: HeaderProps) => {
  const trail = useStore(breadcrumbs);
  const home = `${input.basePath}/app/home`;
  const follow = (url: string) => (event: Click) => {
    event.preventDefault();
    void navigateToUrl(url);
  };
  const items = trail.map(({ text, href, onClick }) => ({
    text,
    href,
    onClick: onClick ?? (href === undefined ? undefined : follow(href)),
  }));
  const left = [
    <EuiHeaderLogo key="logo" href={home} onClick={follow(home)} />,
    <EuiBadge key="space" data-test-subj="spaceName">
      {input.space}
    </EuiBadge>,
    <EuiHeaderBreadcrumbs key="trail" breadcrumbs={items} data-test-subj="breadcrumbs" />,
  ];
  const { username } = input;
  const here = encodeURIComponent(window.location.pathname + window.location.search);
  const right = [
    <HelpMenu key="help" />,
    <EuiHeaderSectionItemButton
      key="user"
      aria-label={`Switch user, signed in as ${username}`}
      href={`${input.serverBasePath}/login?next=${here}`}
    >
      <EuiAvatar name={username} size="s" />
    </EuiHeaderSectionItemButton>,
  ];
  return (
    <EuiHeader
      position="fixed"
      css={shrinkingTrail}
      data-test-subj="headerGlobalNav"
      sections={[{ items: left }, { items: right }]}
    />
  );
};
