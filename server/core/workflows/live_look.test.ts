import { aSetupRequest } from '../../../test/support/a_setup_request';
import { azureInProcess } from '../../../test/support/azure_in_process';
import { createFakeTarget } from '../../../test/support/fake_target';
import { createLiveLook } from './live_look';
import { newRun } from './run_state';
import { setUp } from './set_up';

const runId = '0c8f5f36-54ea-4ce5-9d43-0a2f2f7f8c11';
const request = aSetupRequest();

it('a live look shows the saved lines and is not repeated when it never ends', async () => {
  const azure = azureInProcess();
  let looks = 0;
  azure.providerState = () => {
    looks += 1;
    return new Promise(() => undefined);
  };
  const live = createLiveLook({ longestLookMs: 20, intervalMs: 0 });
  const run = newRun(setUp, runId, request, new Date());
  const context = async () => ({ request, runId, azure, target: createFakeTarget() });
  const shown = [await live(setUp, run, context), await live(setUp, run, context)];
  expect(shown.map(({ steps }) => steps.map(({ status }) => status))).toEqual([
    run.steps.map(({ status }) => status),
    run.steps.map(({ status }) => status),
  ]);
  expect(looks).toBe(1);
});
