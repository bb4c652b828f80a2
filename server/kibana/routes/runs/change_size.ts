import { blockers } from '../../../../common/plan';
import { SetupError } from '../../../../common/problem';
import { routes } from '../../../../common/routes';
import type { Run } from '../../../../common/run';
import { sizesOf } from '../../../core/checks/model/capacity_change';
import { changeSize } from '../../../core/workflows/change_size';
import { makePlan } from '../../../core/workflows/engine/plan';
import { lineOf } from '../../../core/workflows/engine/run_state';
import { assertFinished } from '../../tasks/run_refusals';
import { audited } from '../../http/audited';
import { defineRoute } from '../../http/define_route';
import { planContext } from '../plan';
import { signedIn, type RouteContext } from '../../http/route_context';

/** Only created deployments can be changed, because other people depend on reused ones. */
function assertCreated(run: Run): void {
  assertFinished(run);
  if (lineOf(run, 'model_deployment')?.outcome === 'created') return;
  const { deploymentName: name } = run.request;
  throw new SetupError({ code: 'ownership_tag_missing', detail: { name } });
}

/** Returns the limits and the verdicts for a capacity (`dryRun`), or starts the change. */
export const registerChangeSize = (context: RouteContext) =>
  defineRoute(context, routes.changeSize, async ({ params, body, request, services }) => {
    const { runs } = services;
    const { runId } = params;
    const { session, changeId, capacity, dryRun } = body;
    let about: Pick<Run, 'workflow' | 'request'> | undefined;
    const look = async () => {
      const signed = await signedIn(services, request, session);
      const { run } = (await runs.load(runId, signed.caller)).state;
      about = { workflow: changeSize.id, request: run.request };
      assertCreated(run);
      const planning = planContext(context, services, signed, run.request);
      const sizes = await sizesOf(planning.azure, run.request, runId);
      const changed = { ...run.request, capacity: capacity ?? sizes.capacity };
      const plan = await makePlan(changeSize, { ...planning, request: changed });
      return { caller: signed.caller, sizes, changed, plan };
    };
    if (dryRun || capacity === undefined) {
      const { sizes, plan } = await look();
      return { sizes, verdicts: plan.verdicts };
    }
    return audited(
      (end) => services.audit(request, { action: 'start', id: changeId, run: about, ...end }),
      async () => {
        const looked = await look();
        const [problem] = blockers(looked.plan);
        if (problem) throw new SetupError(problem);
        return looked;
      },
      async ({ caller, changed, sizes, plan }) => ({
        sizes,
        verdicts: plan.verdicts,
        run: await runs.start(caller, {
          workflow: changeSize,
          runId: changeId,
          setUpId: runId,
          tokensPerUnit: sizes.tokensPerUnit,
          request: changed,
          session,
        }),
      }),
    );
  });
