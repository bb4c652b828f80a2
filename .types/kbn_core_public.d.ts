/** The part of Kibana's browser core that this plugin uses, with Kibana's names and shapes. */
declare module '@kbn/core/public' {
  import type { ReactElement, ReactNode } from 'react';
  import type { History } from 'history';
  import type { Observable } from 'rxjs';

  export interface Plugin<Setup = void, Start = void, SetupDeps = object, StartDeps = object> {
    setup(core: CoreSetup<StartDeps>, deps: SetupDeps): Setup;
    start(core: CoreStart, deps: StartDeps): Start;
    stop?(): void;
  }

  export interface AppLeaveActions {
    default(): unknown;
    confirm(text: string, title?: string): unknown;
  }
  export interface AppMountParameters {
    element: HTMLElement;
    history: History;
    onAppLeave(handler: (actions: AppLeaveActions) => unknown): void;
  }
  export interface AppDeepLink {
    id: string;
    title: string;
    path: string;
    keywords?: string[];
  }
  export type AppUpdater = (app: {
    id: string;
  }) => Partial<Pick<AppRegistration, 'visibleIn' | 'deepLinks'>> | undefined;
  export interface AppRegistration {
    id: string;
    title: string;
    category?: { id: string; label: string; order?: number; euiIconType?: string };
    order?: number;
    euiIconType?: string;
    keywords?: string[];
    appRoute?: string;
    visibleIn?: string[];
    deepLinks?: AppDeepLink[];
    updater$?: Observable<AppUpdater>;
    mount(params: AppMountParameters): Promise<() => void>;
  }
  export interface CoreSetup<StartDeps = object> {
    application: { register(app: AppRegistration): void };
    getStartServices(): Promise<[CoreStart, StartDeps, unknown]>;
  }

  export interface HttpFetchOptions {
    body?: string;
    version?: string;
    signal?: AbortSignal;
    headers?: Record<string, string>;
    /** Does not read the body, even of an error. Only with `asResponse`. */
    rawResponse?: boolean;
    asResponse?: boolean;
  }
  export interface HttpResponse {
    response?: Response;
  }
  export interface IHttpFetchError extends Error {
    response?: Response;
    body?: {
      statusCode: number;
      error?: string;
      message?: string;
      attributes?: Record<string, unknown>;
    };
  }
  export interface HttpStart {
    get<T>(path: string, options?: HttpFetchOptions): Promise<T>;
    post<T>(path: string, options?: HttpFetchOptions): Promise<T>;
    basePath: { get(): string; prepend(url: string): string };
  }
  export interface Breadcrumb {
    text: string;
    href?: string;
    onClick?: (event: unknown) => void;
  }
  export interface ChromeHelpExtension {
    appName: string;
    links?: Array<{ linkType: 'documentation'; href: string } | ChromeHelpCustomLink>;
  }
  export interface ChromeHelpCustomLink {
    linkType: 'custom';
    href: string;
    content: string;
    external?: boolean;
  }
  export interface CoreStart {
    application: {
      capabilities: {
        navLinks: Record<string, boolean>;
        [feature: string]: Record<string, boolean | Record<string, boolean>>;
      };
      navigateToApp(
        appId: string,
        options?: { path?: string; replace?: boolean; openInNewTab?: boolean },
      ): Promise<void>;
      navigateToUrl(url: string): Promise<void>;
      getUrlForApp(appId: string, options?: { path?: string; absolute?: boolean }): string;
    };
    chrome: {
      /** In a space with a solution's navigation, only `project` is shown. */
      setBreadcrumbs(
        breadcrumbs: Breadcrumb[],
        params?: { project?: { value: Breadcrumb[]; absolute?: boolean } },
      ): void;
      setHelpExtension(extension?: ChromeHelpExtension): void;
      docTitle: { change(title: string | string[]): void };
    };
    http: HttpStart;
    /** The newest Kibana needs the mount element; older ones ignore it. */
    rendering: {
      addContext(element: ReactNode, options?: { mountElement: HTMLElement }): ReactElement;
    };
    settings: {
      client: {
        /**
         * Throws for an unknown setting without a default. The caller's default takes precedence over the setting's.
         */
        get<T>(key: string, defaultOverride?: T): T;
        /** True if this Kibana has the setting. */
        isDeclared(key: string): boolean;
      };
    };
    docLinks: { DOC_LINK_VERSION: string };
  }
}
