import React from 'react';
import type { CoreSetup, CoreStart } from '@kbn/core/public';
import type { PageInput } from '../page_input';
import { AppContainer } from './app_container';
import { createApplication, type Application } from './application';
import { assistantApps } from './apps/assistant';
import { homeApp } from './apps/home';
import { managementApp } from './apps/management';
import { chrome, Header, resetChrome } from './chrome';
import { createFeatureCatalogue } from './contracts/feature_catalogue';
import { createLocators } from './contracts/locators';
import { createManagement } from './contracts/management';
import { createHttp } from './http';
import { loadPlugin } from './load_plugin';
import { LoggedOut } from './logged_out';
import { confirm } from './overlays';
import { renderFailure, renderRoot } from './page_root';
import { readInput } from './read_input';
import { createRendering } from './rendering';
import { createSettingsClient } from './ui_settings';

const createCore = (input: PageInput, application: Application, darkMode: boolean): CoreStart => {
  const http = createHttp({
    ...input,
    onSignedOut: () => {
      const here = encodeURIComponent(window.location.pathname + window.location.search);
      window.location.assign(`${input.serverBasePath}/login?msg=SESSION_EXPIRED&next=${here}`);
    },
  });
  return {
    application: application.start,
    chrome,
    http,
    rendering: createRendering(darkMode, /^9\.([6-9]|\d\d)\./.test(input.version)).start,
    settings: { client: createSettingsClient(input.uiSettings) },
    docLinks: { DOC_LINK_VERSION: input.version.split('.').slice(0, 2).join('.') },
  };
};

/** Contracts of Kibana's own plugins in the browser, by id. */
type Contracts = Record<string, object>;

/** All plugins' `setup`, then all plugins' `start`. A plugin gets the contracts that its manifest names. */
const runPlugins = (
  input: PageInput,
  application: Application,
  start: CoreStart,
  contracts: Contracts,
) => {
  let started = () => {};
  const whenStarted = new Promise<void>((resolve) => (started = resolve));
  const setup: CoreSetup = {
    application: { register: application.register },
    getStartServices: async () => {
      await whenStarted;
      return [start, {}, undefined];
    },
  };
  const plugins = input.plugins.map(({ id, dependencies = [] }) => {
    const named = Object.entries(contracts).filter(([name]) => dependencies.includes(name));
    const deps = Object.fromEntries(named);
    return { deps, plugin: loadPlugin(id) };
  });
  plugins.forEach(({ plugin, deps }) => plugin.setup(setup, deps));
  plugins.forEach(({ plugin, deps }) => plugin.start(start, deps));
  started();
};

const openPage = (input: PageInput, darkMode: boolean) => {
  const application = createApplication({ ...input, confirm });
  const core = createCore(input, application, darkMode);
  const management = createManagement(input.capabilities);
  const home = createFeatureCatalogue(input.capabilities);
  const share = createLocators(() => core);
  [homeApp(application, home), managementApp(management), ...assistantApps].forEach((app) =>
    application.register(app(() => core)),
  );
  application.register(share.redirectApp);
  application.current.subscribe(resetChrome);
  runPlugins(input, application, core, {
    home: home.setup,
    management: management.setup,
    share: share.contract,
  });
  application.open();
  const header = (
    <Header input={input} navigateToUrl={(url) => core.application.navigateToUrl(url)} />
  );
  renderRoot({ header, content: <AppContainer application={application} /> }, darkMode);
};

/** Starts the page, or shows the failure. */
export const bootstrap = (): void => {
  try {
    const input = readInput();
    const darkMode = input.darkMode || window.matchMedia('(prefers-color-scheme: dark)').matches;
    // Before sign-in, plugin scripts can be loaded, but no plugin is set up.
    if (input.anonymous) renderRoot({ content: <LoggedOut input={input} /> }, darkMode);
    else openPage(input, darkMode);
  } catch (error) {
    renderFailure(error);
  }
};
