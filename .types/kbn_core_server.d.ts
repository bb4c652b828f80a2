/** The part of Kibana's server core that this plugin uses, with Kibana's names and shapes. */
declare module '@kbn/core/server' {
  import type { Readable } from 'node:stream';

  export interface Observable<T> {
    subscribe(
      observer:
        | ((value: T) => void)
        | { next(value: T): void; error(reason: unknown): void; complete(): void },
    ): { unsubscribe(): void };
  }

  export interface LogMeta {
    error?: { message?: string; code?: string };
    event?: { action?: string; outcome?: 'success' | 'failure' | 'unknown' };
    labels?: Record<string, string>;
  }
  export interface Logger {
    debug(message: string, meta?: LogMeta): void;
    info(message: string, meta?: LogMeta): void;
    warn(message: string, meta?: LogMeta): void;
    error(message: string | Error, meta?: LogMeta): void;
    get(...context: string[]): Logger;
  }

  export interface PluginInitializerContext<C = unknown> {
    env: { packageInfo: { version: string } };
    logger: { get(...context: string[]): Logger };
    config: { get<T = C>(): T };
  }

  export interface PluginConfigDescriptor<T = unknown> {
    schema: import('@kbn/config-schema').Type<T>;
  }

  export interface Plugin<Setup = void, Start = void, SetupDeps = object, StartDeps = object> {
    setup(core: CoreSetup<StartDeps>, deps: SetupDeps): Setup;
    start(core: CoreStart, deps: StartDeps): Start;
    stop?(): void | Promise<void>;
  }

  export interface KibanaRequest<P = unknown, Q = unknown, B = unknown> {
    readonly id: string;
    readonly params: P;
    readonly query: Q;
    readonly body: B;
    readonly headers: Record<string, string | string[] | undefined>;
    readonly events: { aborted$: Observable<void> };
  }

  export interface IKibanaResponse {
    readonly status: number;
    readonly payload?: unknown;
  }
  export interface ErrorBody {
    message: string;
    attributes?: Record<string, unknown>;
  }
  export interface KibanaResponseFactory {
    ok(options?: { body?: unknown; headers?: Record<string, string> }): IKibanaResponse;
    forbidden(options?: { body?: string | ErrorBody }): IKibanaResponse;
    customError(options: { statusCode: number; body?: string | ErrorBody }): IKibanaResponse;
  }

  export interface RouteValidationResultFactory {
    ok<T>(value: T): { value: T };
    badRequest(error: string | Error, path?: string[]): { error: Error };
  }
  export type RouteValidationFunction<T> = (
    data: unknown,
    result: RouteValidationResultFactory,
  ) => { value: T } | { error: Error };

  export type RouteAuthz = { requiredPrivileges: string[] } | { enabled: false; reason: string };

  export interface VersionedRouteConfig {
    path: string;
    access: 'internal' | 'public';
    summary?: string;
    security: { authz: RouteAuthz };
    options?: {
      body?: { maxBytes?: number; accepts?: string | string[] };
      timeout?: { idleSocket?: number };
    };
  }
  export interface VersionedRoute {
    addVersion<P, Q, B>(
      config: {
        version: string;
        validate:
          | {
              request: {
                params?: RouteValidationFunction<P>;
                query?: RouteValidationFunction<Q>;
                body?: RouteValidationFunction<B>;
              };
            }
          | false;
      },
      handler: (
        context: RequestHandlerContext,
        request: KibanaRequest<P, Q, B>,
        response: KibanaResponseFactory,
      ) => Promise<IKibanaResponse>,
    ): VersionedRoute;
  }
  export interface RequestHandlerContext {
    core: Promise<object>;
  }
  export interface IRouter {
    versioned: Record<'get' | 'post', (config: VersionedRouteConfig) => VersionedRoute>;
  }

  export interface AuthenticatedUser {
    username: string;
    full_name?: string;
    roles: readonly string[];
    profile_uid?: string;
    authentication_realm?: { name: string; type: string };
    /** `api_key` for a caller with an API key. */
    authentication_type?: string;
    api_key?: { id: string; name?: string };
  }
  export interface AuditEvent {
    message: string;
    event?: {
      action: string;
      category?: string[];
      type?: string[];
      outcome?: 'success' | 'failure' | 'unknown';
    };
    error?: { code?: string; message?: string };
  }

  export interface Capabilities {
    navLinks: Record<string, boolean>;
    [feature: string]: Record<string, boolean | Record<string, boolean>>;
  }

  export interface CoreSetup<StartDeps = object> {
    http: { createRouter(): IRouter };
    getStartServices(): Promise<[CoreStart, StartDeps, unknown]>;
  }
  export interface CoreStart {
    security: {
      authc: {
        getCurrentUser(request: KibanaRequest): AuthenticatedUser | null;
        apiKeys: { areAPIKeysEnabled(): Promise<boolean> };
      };
      audit: { asScoped(request: KibanaRequest): { log(event: AuditEvent): void } };
    };
    capabilities: {
      resolveCapabilities(
        request: KibanaRequest,
        options: { capabilityPath: string | string[] },
      ): Promise<Capabilities>;
    };
    elasticsearch: {
      client: { asScoped(request: KibanaRequest): { asCurrentUser: ElasticsearchClient } };
    };
    savedObjects: { getScopedClient(request: KibanaRequest): SavedObjectsClientContract };
    uiSettings: { asScopedToClient(client: SavedObjectsClientContract): IUiSettingsClient };
  }
  /** Durations in Elasticsearch's format, such as `60s`. */
  export interface InferenceEndpointConfig {
    service: string;
    service_settings: Record<string, unknown>;
    task_settings?: Record<string, unknown>;
  }
  /** An endpoint in a response, without its secrets. */
  export interface InferenceEndpointInfo extends InferenceEndpointConfig {
    inference_id: string;
    task_type: string;
  }
  export interface InferenceEndpointName {
    task_type: 'chat_completion';
    inference_id: string;
  }
  export interface ElasticsearchRequestOptions {
    /** Milliseconds; 30000 by default. */
    requestTimeout?: number;
    /** 3 by default, after lost connections, timeouts and 502 to 504. */
    maxRetries?: number;
    signal?: AbortSignal;
  }
  /**
   * The Elasticsearch client. Throws an error response as `ResponseError` with `statusCode` and
   * `meta.body.error`, whose `caused_by` nests; lost connections as `ConnectionError`, timeouts as `TimeoutError`.
   */
  export interface ElasticsearchClient {
    inference: {
      put(
        params: InferenceEndpointName & {
          timeout?: string;
          inference_config: InferenceEndpointConfig;
        },
        options?: ElasticsearchRequestOptions,
      ): Promise<InferenceEndpointInfo>;
      /** Does not throw for an error response; its body is JSON. */
      chatCompletionUnified(
        params: {
          inference_id: string;
          timeout?: string;
          chat_completion_request: Record<string, unknown>;
        },
        options: ElasticsearchRequestOptions & { asStream: true; meta: true },
      ): Promise<{ statusCode: number | null; body: Readable }>;
      /** Throws with status 404 for an id that does not exist, with 400 for one of another task type. */
      get(
        params: Partial<InferenceEndpointName>,
        options?: ElasticsearchRequestOptions,
      ): Promise<{ endpoints: InferenceEndpointInfo[] }>;
      /** Takes no `service`; `service_settings` need the complete secret. */
      update(
        params: InferenceEndpointName & {
          inference_config: Omit<InferenceEndpointConfig, 'service'>;
        },
        options?: ElasticsearchRequestOptions,
      ): Promise<InferenceEndpointInfo>;
      /** Throws with status 409 while pipelines or fields use the endpoint; `dry_run` names them. */
      delete(
        params: InferenceEndpointName & { dry_run?: boolean },
        options?: ElasticsearchRequestOptions,
      ): Promise<{ acknowledged: boolean; pipelines?: string[]; indexes?: string[] }>;
    };
    security: {
      hasPrivileges(
        params: { cluster: string[] },
        options?: ElasticsearchRequestOptions,
      ): Promise<{ has_all_requested: boolean; cluster: Record<string, boolean> }>;
    };
  }
  /** Of one person in one space; only passed on. */
  export type SavedObjectsClientContract = object;
  /** Advanced settings of the space. */
  export interface IUiSettingsClient {
    getRegistered(): Readonly<Record<string, object>>;
    /** The set values. Newer minors can bypass their cache; older ones ignore the argument. */
    getUserProvided(
      bypassCache?: boolean,
    ): Promise<Record<string, { userValue?: unknown; isOverridden?: boolean }>>;
    isOverridden(key: string): boolean;
    set(key: string, value: unknown): Promise<void>;
    remove(key: string): Promise<void>;
  }

  interface AppCategory {
    id: string;
    label: string;
    order?: number;
    euiIconType?: string;
  }
  export const DEFAULT_APP_CATEGORIES: Readonly<Record<'management', AppCategory>>;
}
