import type { RunSummary } from '../../common/run';
import { mainTargetOf } from '../../common/targets/targets';

/** True if the connector or endpoint that the assistants use still exists. */
export const isConnected = ({ status, target, missingTargets }: RunSummary): boolean =>
  status === 'finished' && !missingTargets?.includes(mainTargetOf({ target }));
