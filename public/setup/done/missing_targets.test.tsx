import { screen, waitFor } from '@testing-library/react';
import type { SetupRequest } from '../../../common/setup_request';
import { inferenceIdOf } from '../../../common/targets/inference_id';
import type { TargetChoice, TargetKind } from '../../../common/targets/targets';
import { aFinishedRun, aRecommendation, aRunId } from '../../../test/support/builders/answers';
import { click, isolatedPage, see, signIn } from '../../../test/support/page/page_driver';

const page = isolatedPage();

function show(
  target: TargetChoice,
  missingTargets: TargetKind[],
  change: Partial<SetupRequest> = {},
): SetupRequest {
  const { request: usual } = aRecommendation();
  const request = { ...usual, accountName: 'team-openai', target, ...change };
  const run = aFinishedRun(request, { missingTargets });
  page.open({ run: () => ({ run }) }, { search: `?run=${aRunId}` });
  return request;
}

async function setUpAgain(): Promise<SetupRequest | undefined> {
  await click('setUpAgain');
  await signIn();
  await waitFor(() => expect(page.shown.bodiesOf('plan')).not.toEqual([]));
  return page.shown.bodiesOf('plan').at(-1)?.request;
}

describe('a finished setup', () => {
  it('is no longer connected, and leads to a plan with its values, when its connector was deleted', async () => {
    const request = show('connector', ['connector']);
    expect(await see('missingTargets')).toHaveTextContent(
      `The connector "${request.targetName}" was deleted`,
    );
    expect(
      screen.getByRole('heading', { name: 'GPT-5.2 is no longer connected' }),
    ).toBeInTheDocument();
    expect(screen.queryByTestId('askField')).not.toBeInTheDocument();
    expect(screen.queryByTestId('openAssistantLink')).not.toBeInTheDocument();
    expect(screen.queryByTestId('defaultModelSwitch')).not.toBeInTheDocument();
    expect(await see('removeAll')).toBeInTheDocument();
    expect(await setUpAgain()).toEqual(request);
  });

  it('is still connected when it has an inference endpoint, and offers to create its connector again', async () => {
    const request = show('both', ['connector']);
    await see('missingTargets');
    expect(screen.getByRole('heading', { name: 'GPT-5.2 is connected' })).toBeInTheDocument();
    expect(await see('askField')).toBeInTheDocument();
    expect(await see('donePeople')).not.toHaveTextContent('can use the connector');
    expect(await setUpAgain()).toEqual({ ...request, target: 'connector' });
  });

  it('names each target when both were deleted', async () => {
    const request = show('both', ['connector', 'inference_endpoint']);
    expect(await see('missingTargets')).toHaveTextContent(
      `The inference endpoint "${inferenceIdOf(request, aRunId)}" was deleted`,
    );
    expect(await see('missingTargets')).toHaveTextContent(request.targetName);
    expect(await setUpAgain()).toEqual(request);
  });

  it('asks again before an account is purged when its setup had agreed to that', async () => {
    show('connector', ['connector'], { onDeletedAccount: 'purge' });
    expect(await setUpAgain()).not.toHaveProperty('onDeletedAccount');
  });
});
