import type { Problem } from './problem';

/** A default model of a space: a connector, or from 9.4 on an inference endpoint. */
export interface NamedModel {
  id: string;
  /** Absent where no connector has this id, or the person cannot read it. */
  name?: string;
}

/** The model that the AI features of a space use by default, as seen by a run that has created a connector. */
export interface DefaultModel {
  /** The run's connector is the default. */
  isThis: boolean;
  /** The default is another one. */
  other?: NamedModel;
  /** The default before the run's connector became it; undo restores it. */
  former?: NamedModel;
  /** The AI features can use the default only, or nothing where none is set. */
  onlyDefault: boolean;
  /** An administrator's list of models for Agent Builder does not name the connector. */
  notInAgentBuilder: boolean;
  /** Why the person cannot change it. */
  problem?: Problem;
}

/**
 * The part of a run's record about the default model. It is written before the setting is: `former` can be of a change that was
 * never made.
 */
export interface DefaultModelRecord {
  /** The setting's value before; absent if none was set. */
  former?: string;
  /** Name of the connector that it was. */
  formerName?: string;
  /** Result of undo: it restored the setting, removed it because the former connector is gone, or left what was set since. */
  undone?: 'restored' | 'former_gone' | 'changed';
  /** Why undo could not restore it. */
  problem?: Problem;
}
