import type { Problem } from './problem';

/** A default model of a space: a connector, or from 9.4 on an inference endpoint. */
export interface NamedModel {
  id: string;
  /** Absent where no connector has this id, or the person cannot read it. */
  name?: string;
  /** Neither a connector nor an endpoint has this id. */
  isGone?: true;
}

/** The model that the AI features of a space use by default, as seen by a run that has created a connector or an endpoint. */
export interface DefaultModel {
  /** What the run has created is the default. */
  isThis: boolean;
  /** It is the default, and was deleted since. */
  isGone?: true;
  /** The default is another one. */
  other?: NamedModel;
  /** The default before that of the run; undo restores it unless it is gone. */
  former?: NamedModel;
  /** The AI features can use the default only, or nothing where none is set. */
  onlyDefault: boolean;
  /** An administrator's list of models for Agent Builder does not name the run's. */
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
  /** Result of undo: it restored the setting, removed it because the former model is gone, or left what was set since. */
  undone?: 'restored' | 'former_gone' | 'changed';
  /** Why undo could not restore it. */
  problem?: Problem;
}
