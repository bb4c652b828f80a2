import { aSetupRequest } from '../../../test/support/a_setup_request';
import { createFakeAzure } from '../../../test/support/fake_azure';
import { createFakeTarget } from '../../../test/support/fake_target';
import { runTag } from '../../../common/run_tag';
import { removals } from './removals';
import { newRun } from './run_state';
import { setUp } from './set_up';

const runId = '0c8f5f36-54ea-4ce5-9d43-0a2f2f7f8c11';

async function aStage() {
  const azure = createFakeAzure();
  const target = createFakeTarget();
  const request = aSetupRequest({ tags: { [runTag]: runId } });
  const { subscriptionId, resourceGroup, location, tags } = request;
  await azure.createResourceGroup({ subscriptionId, resourceGroup, location, tags });
  return { azure, target, run: newRun(setUp, runId, request, new Date()) };
}

it('what cannot be looked at stands in nobody’s way, and is said to stay', async () => {
  const { azure, target, run } = await aStage();
  azure.fail('account', { code: 'authorization_failed' });
  const gone = { ...run, previousRequests: [aSetupRequest({ subscriptionId: 'c'.repeat(8) })] };
  const found = await removals(setUp, gone, { runId, azure, target });
  const lines = found.map(({ step, name, kept }) => [step, name, kept?.code]);
  expect(lines).toContainEqual(['account', run.request.accountName, 'authorization_failed']);
  expect(lines).toContainEqual(['account', run.request.accountName, 'subscription_not_found']);
  expect(lines).toContainEqual(['resource_group', run.request.resourceGroup, undefined]);
});

it.each(['session_expired', 'token_rejected', 'azure_unreachable'] as const)(
  'nothing is known, and nothing said, at %s',
  async (code) => {
    const { azure, target, run } = await aStage();
    azure.fail('account', { code });
    const context = { runId, azure, target };
    await expect(removals(setUp, run, context)).rejects.toMatchObject({ problem: { code } });
  },
);
