import React from 'react';
import {
  EuiBadge,
  EuiHeader,
  EuiHeaderBreadcrumbs,
  EuiHeaderLogo,
  EuiHeaderSectionItemButton,
  EuiIcon,
  EuiToolTip,
} from '@elastic/eui';
import type { Breadcrumb, CoreStart } from '@kbn/core/public';
import type { PageInput } from '../page_input';
import { HelpMenu, helpExtension } from './help_menu';
import { createStore, useStore } from './store';
import { setDarkMode } from './theme';
import { UserMenu } from './user_menu';

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
  docTitle: { change: changeTitle, reset: resetTitle },
};

/** Each app starts with a bare header. */
export const resetChrome = () => {
  breadcrumbs.set([]);
  helpExtension.set(undefined);
  resetTitle();
};

interface HeaderProps {
  input: PageInput;
  darkMode: boolean;
  navigateToUrl: (url: string) => Promise<void>;
  /** Address of the page that controls the sandbox. */
  controlUrl?: string;
}

type Click = { preventDefault(): void };

const ThemeButton = ({ darkMode }: { darkMode: boolean }) => {
  const label = darkMode ? 'Use the light theme' : 'Use the dark theme';
  return (
    <EuiToolTip content={label} disableScreenReaderOutput>
      <EuiHeaderSectionItemButton
        aria-label={label}
        data-test-subj="themeButton"
        onClick={() => setDarkMode(!darkMode)}
      >
        <EuiIcon type={darkMode ? 'sun' : 'moon'} aria-hidden />
      </EuiHeaderSectionItemButton>
    </EuiToolTip>
  );
};

/** On a phone the trail gives way, not what one presses. */
const shrinkingTrail = {
  '.euiHeaderSection:first-of-type': { minWidth: 0, flexShrink: 1 },
  '.euiHeaderSection:last-of-type': { flexShrink: 0 },
  '.euiHeaderSectionItem:has(.euiHeaderBreadcrumbs)': { minWidth: 0, overflow: 'hidden' },
} as const;

export const Header = ({ input, darkMode, navigateToUrl, controlUrl }: HeaderProps) => {
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
  const right = [
    <HelpMenu key="help" />,
    <ThemeButton key="theme" darkMode={darkMode} />,
    <UserMenu key="user" input={input} controlUrl={controlUrl} />,
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
