/** The parts of other plugins' server contracts that this plugin uses. */

declare module '@kbn/actions-plugin/server' {
  import type { KibanaRequest } from '@kbn/core/server';

  export interface Connector {
    id: string;
    actionTypeId: string;
    name: string;
    config?: Record<string, unknown>;
    isMissingSecrets?: boolean;
    isPreconfigured: boolean;
    isSystemAction: boolean;
  }
  export interface ActionTypeExecutorResult {
    actionId: string;
    status: 'ok' | 'error';
    message?: string;
    serviceMessage?: string;
    data?: unknown;
  }
  export interface ActionsClient {
    create(params: {
      action: {
        actionTypeId: string;
        name: string;
        config: Record<string, unknown>;
        secrets: Record<string, unknown>;
      };
      options?: { id?: string };
    }): Promise<Connector>;
    /** Replaces the config and the secrets as a whole. */
    update(params: {
      id: string;
      action: {
        name: string;
        config: Record<string, unknown>;
        secrets: Record<string, unknown>;
      };
    }): Promise<Connector>;
    get(params: { id: string }): Promise<Connector>;
    getAll(): Promise<Array<Connector & { referencedByCount: number }>>;
    delete(params: { id: string }): Promise<unknown>;
    execute(params: {
      actionId: string;
      params: Record<string, unknown>;
    }): Promise<ActionTypeExecutorResult>;
  }
  /** Of `xpack.actions.proxy*`. */
  interface ProxySettings {
    proxyUrl: string;
    proxyBypassHosts?: ReadonlySet<string>;
    proxyOnlyHosts?: ReadonlySet<string>;
    proxyHeaders?: Record<string, string>;
    proxySSLSettings: { verificationMode?: 'none' | 'certificate' | 'full' };
  }
  export interface PluginSetupContract {
    getActionsHealth(): { hasPermanentEncryptionKey: boolean };
    getActionsConfigurationUtilities(): {
      isUriAllowed(uri: string): boolean;
      getProxySettings(): ProxySettings | undefined;
      getSSLSettings(): { verificationMode?: 'none' | 'certificate' | 'full' };
    };
    isActionTypeEnabled(id: string, options?: { notifyUsage: boolean }): boolean;
  }
  export interface PluginStartContract {
    getActionsClientWithRequest(request: KibanaRequest): Promise<ActionsClient>;
  }
}

declare module '@kbn/encrypted-saved-objects-plugin/server' {
  export interface EncryptedSavedObjectsPluginSetup {
    canEncrypt: boolean;
  }
}

declare module '@kbn/features-plugin/server' {
  export interface FeatureKibanaPrivileges {
    app?: string[];
    catalogue?: string[];
    management?: Record<string, string[]>;
    api?: string[];
    savedObject: { all: string[]; read: string[] };
    ui: string[];
    disabled?: boolean;
  }
  export interface KibanaFeatureConfig {
    id: string;
    name: string;
    description?: string;
    category: { id: string; label: string; order?: number; euiIconType?: string };
    order?: number;
    app: string[];
    management?: Record<string, string[]>;
    catalogue?: string[];
    excludeFromBasePrivileges?: boolean;
    privileges: { all: FeatureKibanaPrivileges; read: FeatureKibanaPrivileges };
  }
  export interface FeaturesPluginSetup {
    registerKibanaFeature(feature: KibanaFeatureConfig): void;
  }
}

declare module '@kbn/inference-plugin/server' {
  import type { KibanaRequest, Observable } from '@kbn/core/server';

  /** A stack connector or, from 9.4 on, an inference endpoint, as listed for assistants. */
  export interface InferenceConnector {
    /** The inference id, if it is an endpoint. */
    connectorId: string;
    name: string;
    /** `.gen-ai`, `.inference` and others. */
    type: string;
    config: Record<string, unknown>;
    isInferenceEndpoint?: boolean;
  }
  export interface ToolCall {
    toolCallId: string;
    function: { name: string; arguments: Record<string, unknown> };
  }
  export interface ChatCompleteOptions {
    connectorId: string;
    system?: string;
    messages: Array<{ role: 'user'; content: string }>;
    tools?: Record<string, { description: string; schema?: Record<string, unknown> }>;
    toolChoice?: 'none' | 'auto' | 'required' | { function: string };
    abortSignal?: AbortSignal;
    /** 3 by default. */
    maxRetries?: number;
  }
  export interface ChatCompletion {
    content: string;
    toolCalls: ToolCall[];
  }
  /** Text chunks, then the complete message. */
  export type ChatCompletionEvent =
    | { type: 'chatCompletionChunk'; content: string }
    | ({ type: 'chatCompletionMessage' } & ChatCompletion)
    | { type: 'chatCompletionTokenCount' };
  export interface InferenceClient {
    /**
     * Throws errors with a `code` (`internalError`, `providerError`, `requestError`). A refused endpoint is an
     * `internalError` with words only, which hold `status [401]` and Azure's message; a refused connector has
     * `meta.status`.
     */
    chatComplete(options: ChatCompleteOptions & { stream?: false }): Promise<ChatCompletion>;
    chatComplete(options: ChatCompleteOptions & { stream: true }): Observable<ChatCompletionEvent>;
  }
  /** Unstable for external plugins: methods can be missing. */
  export interface InferenceServerStart {
    getClient(options: { request: KibanaRequest }): InferenceClient;
    getConnectorList(request: KibanaRequest): Promise<InferenceConnector[]>;
  }
}

declare module '@kbn/licensing-plugin/server' {
  export interface ILicense {
    type?: string;
    isActive: boolean;
    isAvailable: boolean;
    hasAtLeast(minimum: string): boolean;
  }
  export interface LicensingPluginStart {
    getLicense(): Promise<ILicense>;
  }
}

declare module '@kbn/spaces-plugin/server' {
  import type { KibanaRequest } from '@kbn/core/server';
  export interface SpacesPluginStart {
    spacesService: { getSpaceId(request: KibanaRequest): string };
  }
}

declare module '@kbn/task-manager-plugin/server' {
  import type { KibanaRequest } from '@kbn/core/server';

  export type TaskState = Record<string, unknown>;
  export interface TaskInstance {
    id: string;
    taskType: string;
    params: Record<string, unknown>;
    state: TaskState;
    runAt?: Date;
    scope?: string[];
  }
  export interface ConcreteTaskInstance extends TaskInstance {
    /** `idle`, `claiming`, `running`, `failed` and others. */
    status: string;
    attempts: number;
    runAt: Date;
    startedAt: Date | null;
    /** When another node takes over a running task. */
    retryAt?: Date | null;
    scheduledAt: Date;
    version?: string;
  }
  export interface RunContext {
    taskInstance: ConcreteTaskInstance;
    fakeRequest?: KibanaRequest;
  }
  export interface RunResult {
    state: TaskState;
    runAt?: Date;
    shouldDeleteTask?: boolean;
  }
  export interface TaskDefinition {
    title: string;
    timeout?: string;
    maxAttempts?: number;
    cost?: 1 | 2 | 4 | 10;
    createTaskRunner(context: RunContext): {
      run(): Promise<RunResult | undefined>;
      cancel?(): Promise<void>;
    };
  }
  export interface TaskManagerSetupContract {
    registerTaskDefinitions(definitions: Record<string, TaskDefinition>): void;
  }
  export interface TaskManagerStartContract {
    schedule(
      task: TaskInstance,
      options?: { request?: KibanaRequest },
    ): Promise<ConcreteTaskInstance>;
    get(id: string): Promise<ConcreteTaskInstance>;
    fetch(query: {
      query: Record<string, unknown>;
      size?: number;
    }): Promise<{ docs: ConcreteTaskInstance[] }>;
    removeIfExists(id: string): Promise<void>;
  }
}

declare module '@kbn/usage-collection-plugin/server' {
  export interface UsageCounter {
    incrementCounter(params: {
      counterName: string;
      counterType?: string;
      incrementBy?: number;
    }): void;
  }
  export interface UsageCollectionSetup {
    createUsageCounter(type: string): UsageCounter;
  }
}
