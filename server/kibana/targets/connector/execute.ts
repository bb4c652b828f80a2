import type { ActionTypeExecutorResult } from '@kbn/actions-plugin/server';

/** Executes a sub-action of the connector as the person. A failure of the provider is a result, not an exception. */
export type Execute = (params: {
  subAction: string;
  subActionParams: Record<string, unknown>;
}) => Promise<ActionTypeExecutorResult>;
