import { aSetupRequest } from '../../../../test/support/builders/a_setup_request';
import { azureInProcess, forbidden, refusal } from '../../../../test/support/azure_in_process';
import { fakeTargets } from '../../../../test/support/fake_target';
import { runTag } from '../../../../common/run_tag';
import { removals } from './removals';
import { newRun } from './run_state';
import { setUp } from '../set_up';

const runId = '0c8f5f36-54ea-4ce5-9d43-0a2f2f7f8c11';

async function aStage() {
  const azure = azureInProcess();
  const targets = fakeTargets();
  const request = aSetupRequest({ tags: { [runTag]: runId } });
  const { subscriptionId, resourceGroup, location, tags } = request;
  await azure.createResourceGroup({ subscriptionId, resourceGroup, location, tags });
  return { azure, targets, run: newRun(setUp, runId, request, new Date()) };
}

it('removals list a resource as kept when it cannot be read', async () => {
  const { azure, targets, run } = await aStage();
  azure.fail('account', forbidden);
  const gone = {
    ...run,
    previousRequests: [aSetupRequest({ subscriptionId: 'cccccccc-0000-4000-8000-000000000001' })],
  };
  const found = await removals(setUp, gone, { runId, azure, targets });
  const lines = found.map(({ step, name, kept }) => [step, name, kept?.code]);
  expect(lines).toContainEqual(['account', run.request.accountName, 'authorization_failed']);
  expect(lines).toContainEqual(['account', run.request.accountName, 'subscription_not_found']);
  expect(lines).toContainEqual(['resource_group', run.request.resourceGroup, undefined]);
});

it.each([
  ['session_expired', refusal(401, 'ExpiredAuthenticationToken')],
  ['token_rejected', refusal(401, 'InvalidAuthenticationToken')],
  ['azure_unreachable', 'reset'],
] as const)('removals are not known, and the failure is passed on, at %s', async (code, fault) => {
  const { azure, targets, run } = await aStage();
  azure.fail('account', fault, 9);
  const context = { runId, azure, targets };
  await expect(removals(setUp, run, context)).rejects.toMatchObject({ problem: { code } });
});
