import type { Problem } from '../../../common/problem';
import type { CalledProbe, ChatAnswer, FirstAnswer, Probe } from '../../../common/run';
import type { TargetKind } from '../../../common/targets';
import type { CallOptions } from './bounded';

/** The object in Kibana under an id, as far as it can be read. */
export interface ExistingTarget {
  id: string;
  name: string;
  /** Chat completions URL of the deployment that it calls. */
  url?: string;
  /** Its key is not stored: it was imported, or saved halfway. */
  isMissingSecrets?: boolean;
}

export interface TargetSpec {
  id: string;
  name: string;
  /** Chat completions URL of the deployment. */
  url: string;
  apiKey: string;
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

/** Tests whether this person can create the target in this Kibana. */
export interface Readiness {
  kind: TargetKind;
  /** A permanent key for encrypted saved objects is set. */
  canEncrypt: boolean;
  license: string;
  licenseSufficient: boolean;
  /** This Kibana offers the target. */
  isEnabled: boolean;
  /** The person has the privilege to create it in this space. */
  canCreate: boolean;
  /** Tasks can act with the person's privileges. */
  apiKeysEnabled: boolean;
  /** The current space, where this Kibana runs tasks of other spaces in the default one. */
  unsupportedSpace?: string;
  allowsUrl(url: string): boolean;
}

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
export interface Target {
  readiness(): Promise<Readiness>;
  /** Throws `connector_conflict` when the id belongs to something that setup cannot have created. */
  look(id: string, options?: CallOptions): Promise<ExistingTarget | undefined>;
  /** Everything of this kind that the person can see in the space. */
  list(options?: CallOptions): Promise<ExistingTarget[]>;
  /** Throws `connector_conflict` when the id is taken. */
  create(spec: TargetSpec, options?: CallOptions): Promise<void>;
  /** Replaces name, settings and key. */
  update(spec: TargetSpec, options?: CallOptions): Promise<void>;
  /** Succeeds when there is nothing to delete. */
  remove(id: string, options?: CallOptions): Promise<void>;
  /** Connects to the host by the route that the target's calls take; sends no request body and no key. */
  reach(url: string): Promise<Reach>;
  /** Sends one short question to the model; `answer_slow` when no answer comes in time. */
  ask(id: string, options?: AnswerOptions): Promise<Answer>;
  /** Sends a person's question. Throws the problem of a refusal; `answer_slow` when the answer does not end in time. */
  chat(id: string, question: string, options: ChatOptions): Promise<ChatAnswer>;
  /** Sends what the assistants send. A failure is a result, never a throw. */
  probe(id: string, probe: CalledProbe, options?: AnswerOptions): Promise<Probe>;
}

export type Targets = Readonly<Record<TargetKind, Target>>;
