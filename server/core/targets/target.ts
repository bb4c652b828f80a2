import type { Problem } from '../../../common/problem';
import type { CalledProbe, ChatAnswer, FirstAnswer, Probe } from '../../../common/run';
import type { TargetKind } from '../../../common/targets/targets';
import type { CallOptions } from './bounded';

/** The object under an id, as far as it can be read. */
export interface ExistingTarget {
  id: string;
  name: string;
  /** Chat completions URL of the deployment that it calls. */
  url?: string;
  /** The model that its calls name, which is the deployment where the URL names none. */
  model?: string;
  /** It is meant for Azure OpenAI, whatever its host. */
  isForAzure?: boolean;
  /** The application that it signs in as; absent where it uses a key. */
  clientId?: string;
  /** Its key is not stored: it was imported, or saved halfway. */
  isMissingSecrets?: boolean;
  /** It stands in Kibana's settings file. */
  isPreconfigured?: boolean;
  /** Number of saved objects that refer to it; absent where they are not counted. */
  references?: number;
}

/** How the target signs in to the model. Kept by the target, and by nothing else. */
export type TargetAuth =
  { apiKey: string } | { tenantId: string; clientId: string; clientSecret: string };

export interface TargetSpec {
  id: string;
  /** Not used where the id is the name. */
  name: string;
  /** Chat completions URL of the deployment. */
  url: string;
  auth: TargetAuth;
  /** Model behind the deployment, which Kibana itself cannot see. */
  modelName: string;
  /** Size of its context window; absent when the catalog does not say. */
  contextTokens?: number;
}

/**
 * Result of a question. `propagating` is what Azure answers in the minutes after a creation: ask again.
 * `refused_network` (HTTP 403) has three causes that only the account itself can tell apart.
 */
export type Answer = { status: 'answered'; answer: FirstAnswer } | Refusal;

export interface Refusal {
  status: 'propagating' | 'refused_network' | 'failed';
  problem: Problem;
}

/** Whether this person can carry out a setup in this Kibana, whatever its target. */
export interface KibanaReadiness {
  /** A permanent key for encrypted saved objects is set. */
  canEncrypt: boolean;
  license: string;
  licenseSufficient: boolean;
  /** Tasks can act with the person's privileges. */
  apiKeysEnabled: boolean;
  /** The current space, where this Kibana runs tasks of other spaces in the default one. */
  unsupportedSpace?: string;
}

/** Whether this person can create a target of the kind. */
interface ReadinessOf {
  connector: KibanaReadiness & {
    /** This Kibana offers the connector type. */
    isEnabled: boolean;
    /** The person has the privilege to create connectors in this space. */
    canCreate: boolean;
    allowsUrl(url: string): boolean;
  };
  inference_endpoint: KibanaReadiness & {
    /** The assistants of this Kibana use inference endpoints, and Elasticsearch has what they need. */
    isSupported: boolean;
    /** The person has the cluster privilege `manage_inference`. */
    canManage: boolean;
    /** The person has the cluster privilege `monitor_inference`, which the assistants need. */
    canMonitor: boolean;
  };
}
export type Readiness<Kind extends TargetKind = TargetKind> = ReadinessOf[Kind];

/** The readiness of the kinds that a request needs: at least one. */
export type Readinesses = { readonly [Kind in TargetKind]?: Readiness<Kind> };

/**
 * Whether calls of the target would get to a host. `unknown`: no name server knows it, which is how
 * it is while the account does not exist.
 */
export type Reach =
  { status: 'reached' } | { status: 'unknown' } | { status: 'blocked'; problem: Problem };

export interface AnswerOptions extends CallOptions {
  /** Keys that were sent to the endpoint: no part of them is in what comes back. */
  secrets?: readonly string[];
}

export interface ChatOptions extends AnswerOptions {
  /** False: the answer comes in one piece. */
  isStreamed: boolean;
  /** Gets the answer so far, more than once while the model writes it. */
  onText(text: string): void;
}

/**
 * Port to what the AI Assistants will use, acting as one person in one space. Every call has an end: `connector_slow`
 * is thrown when it takes longer than its options or its own bound allow.
 */
export interface Target<Kind extends TargetKind = TargetKind> {
  readiness(): Promise<Readiness<Kind>>;
  /** Throws `connector_conflict` when the id belongs to something that setup cannot have created. */
  look(id: string, options?: CallOptions): Promise<ExistingTarget | undefined>;
  /** Every id under which it can be found: its own, and that of a replacement that was broken off. */
  idsOf(id: string): readonly string[];
  /** Everything of this kind that the person can see in the space. */
  list(options?: CallOptions): Promise<ExistingTarget[]>;
  /**
   * Throws `connector_conflict` when the id is taken by something else; succeeds when it exists already as specified. A kind that
   * asks the model before it is stored resolves to the refusal.
   */
  create(spec: TargetSpec, options?: CallOptions): Promise<Refusal | undefined>;
  /** Replaces name, settings and credentials. */
  update(spec: TargetSpec, options?: CallOptions): Promise<Refusal | undefined>;
  /** Succeeds when there is nothing to delete. */
  remove(id: string, options?: CallOptions): Promise<void>;
  /** Connects to the host by the route that the target's calls take; sends no request body and no key. */
  reach(url: string): Promise<Reach>;
  /** Sends one short question to the model; `answer_slow` when no answer comes in time. */
  ask(id: string, options?: AnswerOptions): Promise<Answer>;
  /** Sends a person's question. Throws the problem of a refusal; `answer_slow` when the answer does not end in time. */
  chat(id: string, question: string, options: ChatOptions): Promise<ChatAnswer>;
  /** What can be probed, in the order in which it is shown. */
  probes: readonly CalledProbe[];
  /** Sends what the assistants send. A failure is a result, never a throw. */
  probe(id: string, probe: CalledProbe, options?: AnswerOptions): Promise<Probe>;
}

export type Targets = { readonly [Kind in TargetKind]: Target<Kind> };
