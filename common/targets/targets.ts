/** Objects that a setup can create for the AI Assistants. Each kind is an adapter in `server/kibana/targets`. */
export const targetKinds = ['connector', 'inference_endpoint'] as const;
export type TargetKind = (typeof targetKinds)[number];

/** Values of the request's `target`: one kind, or both. */
export const targetChoices = [...targetKinds, 'both'] as const;
export type TargetChoice = (typeof targetChoices)[number];

/** The default target of a request. */
export const defaultTarget = 'connector' satisfies TargetChoice;

/** How the target signs in to the model: with the account's key, or as an application of Microsoft Entra ID. */
export const authentications = ['api_key', 'entra_id'] as const;
export type Authentication = (typeof authentications)[number];
export const defaultAuthentication = 'api_key' satisfies Authentication;

/** The values of a request without keys, which a connector does not support. */
export const keylessValues = {
  authentication: 'entra_id',
  target: 'inference_endpoint',
} as const satisfies { authentication: Authentication; target: TargetChoice };

interface Chosen {
  target: TargetChoice;
}

/** The kinds that a request creates, in order. */
export const targetKindsOf = ({ target }: Chosen): TargetKind[] =>
  targetKinds.filter((kind) => target === 'both' || target === kind);

/** The servers that call the model: Kibana through a connector, the Elasticsearch nodes through an endpoint. */
export type ModelCaller = 'kibana' | 'elasticsearch' | 'both';
const callers: Record<TargetChoice, ModelCaller> = {
  connector: 'kibana',
  inference_endpoint: 'elasticsearch',
  both: 'both',
};
export const modelCallerOf = ({ target }: Chosen): ModelCaller => callers[target];

/** The main kind, for questions, probes and the default model: the endpoint if there is one. */
export const mainTargetOf = ({ target }: Chosen): TargetKind =>
  target === 'connector' ? 'connector' : 'inference_endpoint';
