import type { Problem } from './problem';

/** A default model of a space: a connector, or from 9.4 on an inference endpoint. */
export interface NamedModel {
  id: string;
  /** Absent where no connector has this id, or the person cannot read it. */
  name?: string;
  /** True if neither a connector nor an endpoint has this id. */
  isGone?: true;
}

/** The default model of a space, from the perspective of a run that has created a connector or an endpoint. */
export interface DefaultModel {
  /** The run's model is the default. */
  isThis: boolean;
  /** It is the default, but no longer exists. */
  isGone?: true;
  /** Another model is the default. */
  other?: NamedModel;
  /** The default before the run; undo restores it if it still exists. */
  former?: NamedModel;
  /** AI features can use only the default, or no model if none is set. */
  onlyDefault: boolean;
  /** The models that an administrator has listed for Agent Builder do not include the run's. */
  notInAgentBuilder: boolean;
  /** Why the person cannot change it. */
  problem?: Problem;
}

/**
 * The part of a run's record about the default model. It is written before the setting, so `former` can belong to a
 * change that never happened.
 */
export interface DefaultModelRecord {
  /** The setting's value before; absent if none was set. */
  former?: string;
  /** Name of the previous connector. */
  formerName?: string;
  /**
   * Result of undo: it restored the setting, removed it because the previous model no longer exists, or kept a newer
   * value.
   */
  undone?: 'restored' | 'former_gone' | 'changed';
  /** Why undo could not restore it. */
  problem?: Problem;
}
