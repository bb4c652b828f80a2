import type { Problem } from '../../../common/problem';
import type { CalledProbe, FirstAnswer, Probe } from '../../../common/run';
import type { CallOptions } from './bounded';

/** The port to Kibana's connectors, acting as one person in one space. */

export interface OpenAiConnector {
  id: string;
  name: string;
  apiUrl?: string;
  /** Its key is not stored: it was imported, or saved halfway. */
  isMissingSecrets?: boolean;
}

export interface NewOpenAiConnector {
  id: string;
  name: string;
  apiUrl: string;
  apiKey: string;
  /** Model behind the deployment, which Kibana itself cannot see. */
  modelName: string;
  /** Size of its context window; absent when the catalogue does not say. */
  contextTokens?: number;
}

/**
 * What came of a question. `propagating` is what Azure answers in the minutes after a creation: ask again.
 * `refused_network` (HTTP 403) has three causes that only the account itself can tell apart.
 */
export type Answer = { status: 'answered'; answer: FirstAnswer } | Refusal;

export interface Refusal {
  status: 'propagating' | 'refused_network' | 'failed';
  problem: Problem;
}

/** Whether this Kibana can hold an OpenAI connector made by this person. */
export interface ConnectorHome {
  /** A permanent key for encrypted saved objects is set. */
  canEncrypt: boolean;
  license: string;
  licenseSufficient: boolean;
  typeEnabled: boolean;
  /** The person may create connectors in this space. */
  canSave: boolean;
  /** Tasks can act with the person's privileges. */
  apiKeysEnabled: boolean;
  /** The present space, where this Kibana runs tasks of other spaces in the default one. */
  unsupportedSpace?: string;
  isUrlAllowed(url: string): boolean;
}

/**
 * Whether calls of a connector would get to a host. `unknown`: no name server knows it, which is how
 * it is while the account does not exist.
 */
export type Reach =
  { status: 'reached' } | { status: 'unknown' } | { status: 'blocked'; problem: Problem };

export interface AnswerOptions extends CallOptions {
  /** Keys that were sent to the endpoint: no part of them is in what comes back. */
  secrets?: readonly string[];
}

/** Every call has an end: `connector_slow` is thrown when it takes longer than its options or its own bound allow. */
export interface Connectors {
  home(): Promise<ConnectorHome>;
  /** Throws `connector_conflict` when the id is of another kind of connector, or of a preconfigured one. */
  get(id: string, options?: CallOptions): Promise<OpenAiConnector | undefined>;
  /** The OpenAI connectors of the space. */
  list(options?: CallOptions): Promise<OpenAiConnector[]>;
  /** Throws `connector_conflict` when the id is taken. */
  create(connector: NewOpenAiConnector, options?: CallOptions): Promise<void>;
  /** Replaces name, config and key. */
  update(connector: NewOpenAiConnector, options?: CallOptions): Promise<void>;
  /** Deleting what is not there is fine. */
  delete(id: string, options?: CallOptions): Promise<void>;
  /** Knocks at the host, by the way that connectors go; sends nothing. */
  reach(url: string): Promise<Reach>;
  /** One short question through the connector's own `test` sub-action; `answer_slow` when no answer comes in time. */
  ask(id: string, options?: AnswerOptions): Promise<Answer>;
  /** Does what the assistants do. A failure is a verdict, never a throw. */
  probe(id: string, probe: CalledProbe, options?: AnswerOptions): Promise<Probe>;
}
