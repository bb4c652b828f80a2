import { Readable } from 'node:stream';
import type { ActionTypeExecutorResult } from '@kbn/actions-plugin/server';

/** Executes a sub-action of the connector as the person. A failure of the provider is a result, not an exception. */
export type Execute = (params: {
  subAction: string;
  subActionParams: Record<string, unknown>;
}) => Promise<ActionTypeExecutorResult>;

/** Kibana's report of a failure. */
export const reportOf = ({ serviceMessage, message }: Partial<ActionTypeExecutorResult>): string =>
  serviceMessage ?? message ?? '';

/** Destroys a late stream to release its socket. */
export function discard({ data }: ActionTypeExecutorResult): void {
  if (data instanceof Readable) data.destroy();
}
