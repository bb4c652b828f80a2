import type { WorkflowId } from '../../../common/steps';
import { changeSize } from './change_size';
import { setUp } from './set_up';
import type { Workflow } from './workflow';

/** All workflows by id, as in a run's record. */
export const workflows: Record<WorkflowId, Workflow> = {
  set_up: setUp,
  change_size: changeSize,
};
