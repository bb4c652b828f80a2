import type { TargetKind } from '../../../common/targets/targets';

interface KindFacts {
  /** The step that creates it. */
  step: 'target' | 'inference_endpoint';
  /** Code for a target that a person changed. */
  changed: 'connector_changed' | 'inference_endpoint_changed';
  /** Code for a foreign target with the same id. */
  claimed: 'connector_conflict' | 'inference_endpoint_conflict';
  /** Code for a stored target that cannot be read or is incomplete. */
  refused: 'connector_refused' | 'inference_endpoint_refused';
}

export const kindFacts: Readonly<Record<TargetKind, KindFacts>> = {
  connector: {
    step: 'target',
    changed: 'connector_changed',
    claimed: 'connector_conflict',
    refused: 'connector_refused',
  },
  inference_endpoint: {
    step: 'inference_endpoint',
    changed: 'inference_endpoint_changed',
    claimed: 'inference_endpoint_conflict',
    refused: 'inference_endpoint_refused',
  },
};
