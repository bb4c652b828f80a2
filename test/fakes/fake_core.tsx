import type {
  AppLeaveActions,
  Breadcrumb,
  ChromeHelpExtension,
  CoreStart,
  HttpFetchOptions,
} from '@kbn/core/public';
import { EuiProvider } from '@elastic/eui';
import { I18nProvider } from '@kbn/i18n-react';
import { createMemoryHistory, type MemoryHistory } from 'history';
import { act } from 'react-dom/test-utils';
import * as v from 'valibot';
import type { Problem } from '../../common/problem';
import {
  routes,
  routeVersion,
  type Route,
  type RouteBody,
  type RouteName,
  type RouteOutput,
  type RouteParams,
} from '../../common/routes';
import { renderApplication } from '../../public/application';
import { findRoute } from './find_route';

interface Asked<N extends RouteName> {
  body: RouteBody<N>;
  params: RouteParams<N>;
}

/** What each route answers; one that is missing fails the test when it is called. */
export type Answers = {
  [N in RouteName]?: (asked: Asked<N>) => RouteOutput<N> | Promise<RouteOutput<N>>;
};

export interface Call {
  route: RouteName;
  body?: unknown;
  params: Record<string, string>;
}

/** A failure as Kibana's http throws it. */
export class HttpFailure extends Error {
  constructor(
    readonly response: { status: number },
    readonly body: { statusCode: number; message: string; attributes?: Record<string, unknown> },
  ) {
    super(body.message);
  }
}

/** How the server answers with a named failure. */
export const failure = (problem: Problem): HttpFailure =>
  new HttpFailure(
    { status: 422 },
    { statusCode: 422, message: problem.code, attributes: { problem } },
  );

/** Kibana validates before the route sees anything: a wrong request is refused here, too. */
function parsed<Body, Params, Output>(
  route: Route<Body, Params, Output>,
  call: Pick<Call, 'body' | 'params'>,
) {
  return { body: v.parse(route.body, call.body ?? {}), params: v.parse(route.params, call.params) };
}

const fakeHttp = (answers: Answers, calls: Call[], unexpected: string[]) => {
  const send =
    (method: 'get' | 'post') =>
    async <T,>(path: string, options: HttpFetchOptions = {}): Promise<T> => {
      const found = findRoute(method, path);
      if (!found || options.version !== routeVersion) {
        unexpected.push(`${method} ${path}`);
        throw new HttpFailure({ status: 404 }, { statusCode: 404, message: 'Not Found' });
      }
      const body: unknown = options.body === undefined ? undefined : JSON.parse(options.body);
      const call = { ...found, ...(body !== undefined && { body }) };
      calls.push(call);
      // As over the wire, where nothing has a type.
      // eslint-disable-next-line @typescript-eslint/no-unsafe-return
      return JSON.parse(await answer(answers, call, unexpected));
    };
  return { get: send('get'), post: send('post') };
};

async function answer(answers: Answers, call: Call, unexpected: string[]): Promise<string> {
  // The table pairs each answer with its route; the compiler cannot follow that through a loop.
  const reply: unknown = Reflect.get(answers, call.route);
  if (typeof reply !== 'function') {
    unexpected.push(call.route);
    throw new HttpFailure({ status: 500 }, { statusCode: 500, message: 'No answer' });
  }
  try {
    parsed<unknown, unknown, unknown>(routes[call.route], call);
  } catch (error) {
    unexpected.push(`${call.route}: ${String(error)}`);
    throw new HttpFailure({ status: 400 }, { statusCode: 400, message: 'Bad Request' });
  }
  const output: unknown = await Reflect.apply(reply, undefined, [call]);
  return JSON.stringify(output);
}

export interface Setting {
  answers: Answers;
  /** The address inside the application, for example `?run=…`. */
  search?: string;
  basePath?: string;
  capabilities?: Partial<CoreStart['application']['capabilities']>;
  /** Advanced settings that are set. */
  uiSettings?: Record<string, unknown>;
}

export interface Shown {
  calls: Call[];
  /** Requests that the test did not expect. */
  unexpected: string[];
  callsOf(route: RouteName): Call[];
  history: MemoryHistory;
  titles: string[];
  navigatedTo: string[];
  breadcrumbs: Breadcrumb[][];
  /** The same for the navigation of a solution. */
  solutionBreadcrumbs: Breadcrumb[][];
  help: ChromeHelpExtension[];
  /** What Kibana would do on leaving the application. */
  leave(): 'leave' | 'ask';
  unmount(): void;
}

export const allowed = {
  navLinks: { observabilityAIAssistant: true, securitySolutionUI: true },
  azureOpenaiSetup: { manage: true },
  actions: { save: true },
};

const isSetting = <T,>(value: unknown): value is T => value !== undefined;

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
      docTitle: { change: (title) => shown.titles.push(String(title)), reset: () => undefined },
    },
    http: {
      ...fakeHttp(answers, shown.calls, shown.unexpected),
      basePath: {
        get: () => basePath,
        prepend: (url) => basePath + url,
        remove: (url) => url.replace(basePath, ''),
      },
      externalUrl: { isInternalUrl: (url) => url.startsWith('/') },
    },
    notifications: { toasts: { addSuccess: () => undefined, addDanger: () => undefined } },
    rendering: {
      addContext: (element) => (
        <EuiProvider>
          <I18nProvider>{element}</I18nProvider>
        </EuiProvider>
      ),
    },
    theme: { getTheme: () => ({ darkMode: false, name: 'borealis' }) },
    settings: {
      client: {
        get: <T,>(key: string, defaultOverride?: T): T => {
          const value = setting.uiSettings?.[key] ?? defaultOverride;
          if (!isSetting<T>(value)) throw new Error(`Unknown setting ${key}`);
          return value;
        },
      },
    },
    docLinks: { DOC_LINK_VERSION: '9.2' },
  };
  return { core, navigatedTo, breadcrumbs, solutionBreadcrumbs, help };
}

/** Kibana's interfaces alone, for tests of what uses them without the page. */
export function coreWith(answers: Answers): { core: CoreStart; calls: Call[] } {
  const record = { calls: [], unexpected: [], titles: [] };
  return { core: fakeCore({ answers }, record).core, calls: record.calls };
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

/** Mounts the whole application, as Kibana would. */
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
  return {
    ...record,
    callsOf: (route) => record.calls.filter((call) => call.route === route),
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
