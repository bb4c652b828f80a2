import type { StepId } from '../../../common/plan';
import type { Problem } from '../../../common/problem';
import type { FirstAnswer, Removal } from '../../../common/run';
import type { SetupRequest } from '../../../common/setup_request';
import type { Azure } from '../azure/azure';
import type { Connectors } from '../targets/connectors';

/** What a step sees when it looks: the world, not our bookkeeping. */
export type Look =
  | { state: 'missing' }
  /** It exists and Azure is still at work on it. */
  | { state: 'pending'; portalUrl?: string; problem?: Problem }
  /** It is there and fits. `mine`: it carries this run's mark; only then may it differ from the request. */
  | {
      state: 'present';
      mine: boolean;
      /** It carries another run's tag. */
      foreign?: boolean;
      differs?: boolean;
      portalUrl?: string;
      location?: string;
    }
  /** Something is there that does not fit; acting would harm it or fail. */
  | { state: 'conflict'; problem: Problem };

export interface StepContext {
  request: SetupRequest;
  /** Absent while planning: nothing can bear the mark of a run that does not exist. */
  runId?: string;
  azure: Azure;
  connectors: Connectors;
  /** What the model said already, in this run. */
  answer?: FirstAnswer;
  /** All that the run was to set up, the present request first: what was created may be of an earlier one. */
  requests?: readonly SetupRequest[];
  /** Why the step waited before. */
  waitedFor?: Problem;
  /** Ends what takes long, such as waiting for the model's words. */
  signal?: AbortSignal;
}

/** What came of acting. `waiting`: nothing failed, look again later. */
export interface Applied {
  answer?: FirstAnswer;
  waiting?: Problem;
  /** What it brought back was somebody's before: undo leaves it alone. */
  reused?: true;
}

/** One thing to make. `apply` is always preceded by a fresh `look` that said `missing`, or that it differs. */
export interface Step {
  id: StepId;
  /** Name of the thing, as a person knows it. */
  name(request: SetupRequest): string;
  /** Azure's id of the thing, where it is a thing in Azure that can be deleted. */
  resourceId?(request: SetupRequest): string;
  /** Reads only. */
  look(context: StepContext): Promise<Look>;
  /** Idempotent; may be repeated after a crash at any point. */
  apply(context: StepContext): Promise<Applied>;
  /** What undo would remove; `undefined` when nothing there bears the run's mark. Reads only. */
  removal(context: StepContext): Promise<Removal | undefined>;
  /** Removes what bears the run's mark and nothing else. Answers false while it still takes time. */
  undo(context: StepContext): Promise<boolean>;
}
