/** Objects that a setup can create in Kibana for the AI Assistants. Each kind is an adapter in `server/kibana/targets`. */
export const targetKinds = ['connector'] as const;
export type TargetKind = (typeof targetKinds)[number];

/** The target of a request that names none. */
export const defaultTarget: TargetKind = 'connector';
