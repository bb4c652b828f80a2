import * as v from 'valibot';
import { formerSteps, workflowIds } from '../../../../common/steps';
import { defaultAuthentication, defaultTarget } from '../../../../common/targets/targets';
import type { RunState } from './run_state';

const shape = v.looseObject({
  generation: v.optional(v.number()),
  run: v.looseObject({
    runId: v.string(),
    workflow: v.picklist(workflowIds),
    status: v.picklist(['running', 'blocked', 'finished', 'undoing', 'undone']),
    startedAt: v.string(),
    request: v.looseObject({}),
    steps: v.array(v.looseObject({ step: v.string(), status: v.string() })),
  }),
  owner: v.looseObject({ user: v.string(), space: v.string() }),
});
const isRunState = (state: unknown): state is RunState => v.safeParse(shape, state).success;

const formerRequest = v.pipe(
  v.looseObject({}),
  v.transform(({ connectorName, skuName: _skuName, ...request }) => ({
    target: defaultTarget,
    authentication: defaultAuthentication,
    ...(connectorName !== undefined && { targetName: connectorName }),
    ...request,
  })),
);
const formerProblem = v.pipe(
  v.looseObject({ code: v.string() }),
  v.transform(({ code, ...rest }) => ({
    ...rest,
    code: code === 'mark_missing' ? 'ownership_tag_missing' : code,
  })),
);
const formerLine = v.pipe(
  v.looseObject({ step: v.string(), problem: v.exactOptional(formerProblem) }),
  v.transform(({ step, ...line }) => ({ ...line, step: formerSteps[step] ?? step })),
);
const formerShape = v.looseObject({
  strayTickAt: v.optional(v.string()),
  run: v.looseObject({
    request: formerRequest,
    former: v.optional(v.array(formerRequest)),
    steps: v.array(formerLine),
  }),
});

/** A document of the first version, with one workflow, one target and other field names. */
function fromFormerShape(state: unknown): unknown {
  const former = v.safeParse(formerShape, state);
  if (!former.success) return state;
  const { strayTickAt: abandonedTickAt, run, ...rest } = former.output;
  const { former: previousRequests, connectorId: _connectorId, ...fields } = run;
  return {
    ...rest,
    ...(abandonedTickAt && { abandonedTickAt }),
    run: { workflow: 'set_up', ...(previousRequests && { previousRequests }), ...fields },
  };
}

/** The state in a task's document; undefined if its shape is unknown, for example from a later version. */
export function readRunState(document: unknown): RunState | undefined {
  const state = fromFormerShape(document);
  return isRunState(state) ? state : undefined;
}
