import type { Problem } from '../../../common/problem';
import type { DeploymentSizes } from '../../../common/routes';
import type { Run } from '../../../common/run';
import { aFinishedRun, aRecommendation, aRunId } from './answers';

/** The limits of that deployment. */
export const sizes: DeploymentSizes = {
  capacity: 100,
  tokensPerUnit: 1_000,
  minimum: 10,
  maximum: 250,
  step: 10,
  addable: 150,
};

/** A change of the throughput of the deployment that the run `aRunId` created. */
export function aSizeChange(
  status: 'running' | 'blocked' | 'finished',
  runId: string,
  capacity = 200,
  problem: Problem = { code: 'azure_busy' },
): Run {
  const { request } = aRecommendation({ capacity });
  const { startedAt, finishedAt } = aFinishedRun(request);
  const line = { step: 'deployment_capacity', name: request.deploymentName } as const;
  const common = { runId, workflow: 'change_size', setUpId: aRunId, request } as const;
  const change = { ...common, tokensPerUnit: 1_000, startedAt };
  switch (status) {
    case 'running':
      return { ...change, status, steps: [{ ...line, status, startedAt }] };
    case 'blocked':
      return { ...change, status, problem, steps: [{ ...line, status: 'failed', problem }] };
    case 'finished':
      return { ...change, status, finishedAt, steps: [{ ...line, status: 'done', finishedAt }] };
  }
}
