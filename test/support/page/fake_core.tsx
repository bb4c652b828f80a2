import type { AppLeaveActions, Breadcrumb, ChromeHelpExtension, CoreStart } from '@kbn/core/public';
import { EuiProvider } from '@elastic/eui';
import { createMemoryHistory, type MemoryHistory } from 'history';
import { act } from 'react-dom/test-utils';
import type { RouteBody, RouteName } from '../../../common/routes';
import { renderApplication } from '../../../public/application';
import { fakeHttp, type Answers, type Call } from './fake_http';

export interface Setting {
  answers: Answers;
  /** The address inside the application, for example `?run=…`. */
  search?: string;
  basePath?: string;
  capabilities?: Partial<CoreStart['application']['capabilities']>;
  /** Advanced settings that are set. */
  uiSettings?: Record<string, unknown>;
  /** Advanced settings that this Kibana knows, with their own defaults. */
  uiSettingDefaults?: Record<string, unknown>;
}

export interface Shown {
  calls: Call[];
  /** Requests that the test did not expect. */
  unexpected: string[];
  callsOf(route: RouteName): Call[];
  /** The bodies sent to a route; the fake has checked them against the route's schema. */
  bodiesOf<N extends RouteName>(route: N): Array<RouteBody<N>>;
  history: MemoryHistory;
  titles: string[];
  navigatedTo: string[];
  breadcrumbs: Breadcrumb[][];
  /** The same for the navigation of a solution. */
  solutionBreadcrumbs: Breadcrumb[][];
  help: ChromeHelpExtension[];
  leave(): 'leave' | 'ask';
  unmount(): void;
}

const allowed = {
  navLinks: { observabilityAIAssistant: true, securitySolutionUI: true },
  azureOpenaiSetup: { manage: true },
  actions: { save: true },
};

const noDefaultModel = () => ({
  defaultModel: { isThis: false, onlyDefault: false, notInAgentBuilder: false },
});

const noRuns = () => ({ runs: [] });

const noConnectors = () => ({ connectors: [] });

const isGiven = <T,>(value: unknown): value is T => value !== undefined;

function fakeCore(setting: Setting, shown: Pick<Shown, 'calls' | 'unexpected' | 'titles'>) {
  const { answers, basePath = '', capabilities } = setting;
  const navigatedTo: string[] = [];
  const breadcrumbs: Breadcrumb[][] = [];
  const solutionBreadcrumbs: Breadcrumb[][] = [];
  const help: ChromeHelpExtension[] = [];
  const core: CoreStart = {
    application: {
      capabilities: {
        ...allowed,
        ...capabilities,
        navLinks: capabilities?.navLinks ?? allowed.navLinks,
      },
      navigateToApp: async (appId, options) => {
        navigatedTo.push(`${basePath}/app/${appId}${options?.path ?? ''}`);
      },
      navigateToUrl: async (url) => {
        navigatedTo.push(url);
      },
      getUrlForApp: (appId, options) => `${basePath}/app/${appId}${options?.path ?? ''}`,
    },
    chrome: {
      setBreadcrumbs: (trail, { project } = {}) => {
        breadcrumbs.push(trail);
        if (project?.absolute) solutionBreadcrumbs.push(project.value);
      },
      setHelpExtension: (extension) => {
        if (extension) help.push(extension);
      },
      docTitle: { change: (title) => shown.titles.push(String(title)) },
    },
    http: {
      ...fakeHttp(
        { defaultModel: noDefaultModel, runs: noRuns, migration: noConnectors, ...answers },
        shown.calls,
        shown.unexpected,
      ),
      basePath: {
        get: () => basePath,
        prepend: (url) => basePath + url,
      },
    },
    rendering: {
      addContext: (element) => <EuiProvider>{element}</EuiProvider>,
    },
    settings: {
      client: {
        get: <T,>(key: string, defaultOverride?: T): T => {
          const { uiSettings, uiSettingDefaults } = setting;
          const value = uiSettings?.[key] ?? defaultOverride ?? uiSettingDefaults?.[key];
          if (!isGiven<T>(value)) throw new Error(`Unknown setting ${key}`);
          return value;
        },
        isDeclared: (key) => key in { ...setting.uiSettings, ...setting.uiSettingDefaults },
      },
    },
    docLinks: { DOC_LINK_VERSION: '9.2' },
  };
  return { core, navigatedTo, breadcrumbs, solutionBreadcrumbs, help };
}

/** Kibana's interfaces alone, for tests of what uses them without the page. */
export function coreWith(answers: Answers, setting: Omit<Setting, 'answers' | 'search'> = {}) {
  const record: Pick<Shown, 'calls' | 'unexpected' | 'titles'> = {
    calls: [],
    unexpected: [],
    titles: [],
  };
  const { core, navigatedTo } = fakeCore({ ...setting, answers }, record);
  return { core, calls: record.calls, navigatedTo };
}

/** Kibana renders with the API of React 17, and mutes React's warning about that. */
function withoutRootWarning<T>(render: () => T): T {
  const { error } = console;
  console.error = (text: unknown, ...rest: unknown[]) => {
    if (!String(text).includes('ReactDOM.render is no longer supported')) error(text, ...rest);
  };
  try {
    return render();
  } finally {
    console.error = error;
  }
}

/** Mounts the whole application, as Kibana does. */
export function showApplication(setting: Setting): Shown {
  const record: Pick<Shown, 'calls' | 'unexpected' | 'titles'> = {
    calls: [],
    unexpected: [],
    titles: [],
  };
  const { core, ...seen } = fakeCore(setting, record);
  const history = createMemoryHistory({ initialEntries: [`/${setting.search ?? ''}`] });
  const element = document.body.appendChild(document.createElement('div'));
  let onLeave = (_actions: AppLeaveActions): unknown => undefined;
  let unmountApplication = () => {};
  act(() => {
    unmountApplication = withoutRootWarning(() =>
      renderApplication(core, {
        element,
        history,
        onAppLeave: (handler) => {
          onLeave = handler;
        },
      }),
    );
  });
  const unmount = () => {
    act(unmountApplication);
    element.remove();
  };
  const callsOf = (route: RouteName) => record.calls.filter((call) => call.route === route);
  return {
    ...record,
    callsOf,
    bodiesOf: <N extends RouteName>(route: N) =>
      callsOf(route)
        .map(({ body }) => body)
        .filter((body) => isGiven<RouteBody<N>>(body)),
    history,
    ...seen,
    leave: () => {
      let asked: 'leave' | 'ask' = 'leave';
      onLeave({ default: () => (asked = 'leave'), confirm: () => (asked = 'ask') });
      return asked;
    },
    unmount,
  };
}
