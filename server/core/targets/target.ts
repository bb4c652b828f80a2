import type { Problem } from '../../../common/problem';
import type { CalledProbe, ChatAnswer, FirstAnswer, Probe } from '../../../common/run';
import type { TargetKind } from '../../../common/targets/targets';
import type { CallOptions } from './bounded';

/** The readable properties of an existing object. */
export interface ExistingTarget {
  id: string;
  name: string;
  /** Chat completions URL of the deployment that it calls. */
  url?: string;
  /** The model in its calls, which is the deployment if the URL has none. */
  model?: string;
  /** True if it is configured for Azure OpenAI, regardless of the host. */
  isForAzure?: boolean;
  /** The application that it signs in as; absent if it uses a key. */
  clientId?: string;
  /** True if its key is missing, because it was imported or partially saved. */
  isMissingSecrets?: boolean;
  /** True if it is set in `kibana.yml`. */
  isPreconfigured?: boolean;
  /** Number of saved objects that refer to it; absent if they are not counted. */
  references?: number;
}

/** How the target signs in to the model. Only the target stores it. */
export type TargetAuth =
  { apiKey: string } | { tenantId: string; clientId: string; clientSecret: string };

export interface TargetSpec {
  id: string;
  /** Not used if the id is the name. */
  name: string;
  /** Chat completions URL of the deployment. */
  url: string;
  auth: TargetAuth;
  /** Model of the deployment, which Kibana cannot see. */
  modelName: string;
  /** Size of its context window; absent if the catalog does not have it. */
  contextTokens?: number;
}

/**
 * Result of a question. `propagating`: temporary after a creation, so ask again. `refused_network` (HTTP 403) has three
 * causes that only the account's settings distinguish.
 */
export type Answer = { status: 'answered'; answer: FirstAnswer } | Refusal;

export interface Refusal {
  status: 'propagating' | 'refused_network' | 'failed';
  problem: Problem;
}

/** Requirements of this Kibana and the person for any target. */
export interface KibanaReadiness {
  /** True if a permanent key for encrypted saved objects is set. */
  canEncrypt: boolean;
  license: string;
  licenseSufficient: boolean;
  /** True if tasks can act with the person's privileges. */
  apiKeysEnabled: boolean;
  /** The current space, if this Kibana would run its tasks in the default space. */
  unsupportedSpace?: string;
}

/** Requirements for a target of the kind. */
interface ReadinessOf {
  connector: KibanaReadiness & {
    /** True if the connector type is enabled. */
    isEnabled: boolean;
    /** True if the person can create connectors in this space. */
    canCreate: boolean;
    allowsUrl(url: string): boolean;
  };
  inference_endpoint: KibanaReadiness & {
    /** True if the assistants of this Kibana and Elasticsearch support inference endpoints. */
    isSupported: boolean;
    /** True if the person has the cluster privilege `manage_inference`. */
    canManage: boolean;
    /** True if the person has the cluster privilege `monitor_inference`, which the assistants need. */
    canMonitor: boolean;
  };
}
export type Readiness<Kind extends TargetKind = TargetKind> = ReadinessOf[Kind];

/** The readiness of the request's kinds, at least one. */
export type Readinesses = { readonly [Kind in TargetKind]?: Readiness<Kind> };

/**
 * Whether the target can reach a host. `unknown`: the name does not resolve, for example because the account does not
 * exist yet.
 */
export type Reach =
  { status: 'reached' } | { status: 'unknown' } | { status: 'blocked'; problem: Problem };

export interface AnswerOptions extends CallOptions {
  /** Keys to redact from responses. */
  secrets?: readonly string[];
}

export interface ChatOptions extends AnswerOptions {
  /** False for an answer in one piece. */
  isStreamed: boolean;
  /** Gets the partial answer repeatedly while the model writes it. */
  onText(text: string): void;
}

/**
 * Port to the targets of the AI Assistants, as one person in one space. Every call has a timeout, after which it throws
 * `connector_slow`.
 */
export interface Target<Kind extends TargetKind = TargetKind> {
  readiness(): Promise<Readiness<Kind>>;
  /** Throws `connector_conflict` if the id belongs to something that setup cannot have created. */
  look(id: string, options?: CallOptions): Promise<ExistingTarget | undefined>;
  /** All ids of a target: its own, and that of an interrupted replacement. */
  idsOf(id: string): readonly string[];
  /** All targets of this kind in the space; undefined if the person has no privilege to list them. */
  list(options?: CallOptions): Promise<ExistingTarget[] | undefined>;
  /**
   * Throws `connector_conflict` if the id is taken; succeeds if the target already exists as specified. A kind that
   * tests the model before storing resolves to the refusal.
   */
  create(spec: TargetSpec, options?: CallOptions): Promise<Refusal | undefined>;
  /** Replaces name, settings and credentials. */
  update(spec: TargetSpec, options?: CallOptions): Promise<Refusal | undefined>;
  /** Succeeds if there is nothing to delete. */
  remove(id: string, options?: CallOptions): Promise<void>;
  /** Connects to the host through the same network route as the target's calls; sends no request body and no key. */
  reach(url: string): Promise<Reach>;
  /** Sends one short question to the model; `answer_slow` on timeout. */
  ask(id: string, options?: AnswerOptions): Promise<Answer>;
  /** Sends a person's question. Throws the problem of a refusal, or `answer_slow` on timeout. */
  chat(id: string, question: string, options: ChatOptions): Promise<ChatAnswer>;
  /** The supported probes, in display order. */
  probes: readonly CalledProbe[];
  /** Sends the assistants' requests. A failure is a result, not an exception. */
  probe(id: string, probe: CalledProbe, options?: AnswerOptions): Promise<Probe>;
}

export type Targets = { readonly [Kind in TargetKind]: Target<Kind> };
