import type { TargetKind } from '../../../common/targets/targets';

interface KindFacts {
  /** The step that creates it. */
  step: 'target' | 'inference_endpoint';
  /** The problem of a target that a person changed. */
  changed: 'connector_changed' | 'inference_endpoint_changed';
  /** The problem of a target that has the id and is not the run's. */
  claimed: 'connector_conflict' | 'inference_endpoint_conflict';
  /** The problem of a target that was stored and cannot be read, or is not whole. */
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
