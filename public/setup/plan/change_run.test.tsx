import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { act } from 'react-dom/test-utils';
import type { DeploymentOption } from '../../../common/options';
import type { Problem } from '../../../common/problem';
import type { Run } from '../../../common/run';
import {
  aBlockedRun,
  aRecommendation,
  aRun,
  aRunId,
  aSession,
  someOptions,
} from '../../../test/support/builders/answers';
import { aDeploymentOption, anAccountOption } from '../../../test/support/builders/an_account';
import { failure, type Answers } from '../../../test/support/page/fake_http';
import {
  click,
  clickDisabled,
  fill,
  isolatedPage,
  see,
  seeEnabled,
  seeObstacle,
  seeText,
  signIn,
} from '../../../test/support/page/page_driver';

const request = { ...aRecommendation().request, targetName: 'Connector of the run', capacity: 33 };
const search = `?run=${aRunId}`;
const busy: Problem = { code: 'azure_busy' };

const page = isolatedPage();

/** Opens a stopped run with a session; it resumes with the request that the page sends. */
async function stoppedRun(problem = busy, more: Answers = {}): Promise<void> {
  let run: Run = aBlockedRun(request, 3, problem);
  await page.openSignedIn(
    {
      run: () => ({ run }),
      resumeRun: ({ body }) => {
        run = aRun(body.request ?? request, 4);
        return { run };
      },
      ...more,
    },
    { search },
  );
  await see('changeValues');
}
const resumed = () => page.shown.bodiesOf('resumeRun');
const typeName = async (name: string) => {
  await click('moreSettingsButton');
  await fill('targetNameInput', name);
};

describe('changing a run that has stopped', () => {
  test('starts with the values of the run and says why it has stopped', async () => {
    await stoppedRun();
    await click('changeValues');
    expect(await see('resumeButton')).toHaveTextContent('Resume with these values');
    expect(screen.getByRole('heading', { name: 'Change the plan and resume' })).toHaveFocus();
    expect(screen.getByTestId('problem-azure_busy')).toBeVisible();
    expect(await see('planRow-target')).toHaveTextContent('Connector of the run');
    expect(await see('throughputRowValue')).toHaveTextContent('33,000 tokens per minute');
    expect(page.shown.history.location.search).toBe(`${search}&step=plan`);
    expect(screen.queryByTestId('setUpButton')).not.toBeInTheDocument();
    expect(page.shown.bodiesOf('recommendation')[0]).toMatchObject({ fixed: request });
    expect(page.shown.leave()).toBe('leave');
  });

  test('counts the deployment that the run has created once', async () => {
    const { deploymentName, modelName, modelVersion, deploymentType } = request;
    const model = { modelName, modelVersion, deploymentType };
    const created = aDeploymentOption({ ...model, deploymentName, capacity: 33 });
    let deployments: DeploymentOption[] = [];
    await stoppedRun(busy, {
      options: () => {
        const { resourceGroup, accountName, location } = request;
        const account = anAccountOption({ resourceGroup, accountName, location, deployments });
        return someOptions({ accounts: [account] });
      },
    });
    await waitFor(() => expect(page.shown.callsOf('options')).not.toEqual([]));
    deployments = [created];
    await click('changeValues');
    expect(await see('throughputReused')).toHaveTextContent(deploymentName);
    // 33 of the 50 units in use are those of the run.
    expect(await see('quotaBar')).toHaveTextContent('17,000 in use');
    expect(screen.getByTestId('quotaBar')).toHaveTextContent('450,000 of 500,000 stays available');
  });

  test('resumes with the changed values, and the next plan starts fresh', async () => {
    await stoppedRun();
    await click('changeValues');
    await typeName('Better name');
    await click('resumeButton');
    await seeText('runRow-target', 'In progress');
    expect(resumed()).toEqual([
      { session: 'sealed-session', request: { ...request, targetName: 'Better name' } },
    ]);
    expect(page.shown.history.location.search).toBe(search);
    act(() => page.shown.history.push('/?step=plan'));
    await seeEnabled('setUpButton');
    expect(screen.getByTestId('planRow-target')).not.toHaveTextContent('Better name');
  });

  test('back without changes leaves the run as it was', async () => {
    await stoppedRun();
    await click('changeValues');
    await click('backButton');
    expect(await see('changeValues')).toBeVisible();
    expect(page.shown.history.location.search).toBe(search);
    await click('resumeButton');
    await seeText('runRow-target', 'In progress');
    expect(resumed()).toEqual([{ session: 'sealed-session' }]);
  });

  test('a reload in the middle keeps the values and the place', async () => {
    await stoppedRun();
    await click('changeValues');
    await typeName('Better name');
    page.reload();
    expect(await seeEnabled('resumeButton')).toBeVisible();
    expect(screen.getByTestId('planRow-target')).toHaveTextContent('Better name');
    await click('resumeButton');
    await see('runRow-target');
    expect(resumed()).toMatchObject([{ request: { targetName: 'Better name' } }]);
  });

  test('a value that breaks its rule keeps it from resuming, with the reason', async () => {
    await stoppedRun();
    await click('changeValues');
    await typeName('');
    await seeObstacle('resumeButton', 'Correct these fields first: Connector name.');
    await clickDisabled('resumeButton');
    expect(resumed()).toEqual([]);
  });

  test('a refusal is shown on the plan, which keeps its values', async () => {
    await stoppedRun(busy, {
      resumeRun: () => {
        throw failure({ code: 'run_not_resumable' });
      },
    });
    await click('changeValues');
    await typeName('Better name');
    await click('resumeButton');
    expect(await see('problem-run_not_resumable')).toBeVisible();
    expect(screen.getByTestId('targetNameInput')).toHaveValue('Better name');
  });

  test('a sign-in that has ended meanwhile leads back to the changed values', async () => {
    let tries = 0;
    await stoppedRun(busy, {
      signIn: () => aSession({ session: 'fresh-session' }),
      resumeRun: ({ body }) => {
        if (++tries === 1) throw failure({ code: 'session_expired' });
        return { run: aRun(body.request ?? request, 4) };
      },
    });
    await click('changeValues');
    await typeName('Better name');
    await click('resumeButton');
    await click('signInAgain');
    await signIn();
    expect(await seeEnabled('resumeButton')).toBeVisible();
    expect(screen.getByTestId('planRow-target')).toHaveTextContent('Better name');
    expect(page.shown.callsOf('resumeRun')).toHaveLength(1);
    await click('resumeButton');
    await waitFor(() => expect(resumed()).toHaveLength(2));
    expect(resumed()[1]).toMatchObject({ session: 'fresh-session' });
  });

  test('shows the run when it continues although the answer got lost', async () => {
    let run: Run = aBlockedRun(request, 3, busy);
    await stoppedRun(busy, {
      run: () => ({ run }),
      resumeRun: () => {
        run = aRun(request, 4);
        throw new TypeError('Failed to fetch');
      },
    });
    await click('changeValues');
    await typeName('Better name');
    await click('resumeButton');
    await seeText('runRow-target', 'In progress');
    expect(screen.queryByTestId('problem-run_has_other_values')).not.toBeInTheDocument();
  });

  test('shows the run and says so when it continues with other values', async () => {
    let run: Run = aBlockedRun(request, 3, busy);
    await stoppedRun(busy, {
      run: () => ({ run }),
      resumeRun: () => {
        run = aRun(request, 4);
        throw failure({ code: 'run_has_other_values' });
      },
    });
    await click('changeValues');
    await click('resumeButton');
    expect(await see('problem-run_has_other_values')).toBeInTheDocument();
    await seeText('runRow-target', 'Connector of the run');
  });

  test('ends when the run continues in another tab', async () => {
    let run: Run = aBlockedRun(request, 3, busy);
    await stoppedRun(busy, { run: () => ({ run }) });
    await click('changeValues');
    await see('resumeButton');
    run = aRun(request, 4);
    page.reload();
    await seeText('runRow-target', 'In progress');
    expect(screen.queryByTestId('resumeButton')).not.toBeInTheDocument();
  });

  test('does not fill the plan of a new setup', async () => {
    await stoppedRun();
    await click('changeValues');
    await see('resumeButton');
    act(() => page.shown.history.push('/?step=plan'));
    await seeEnabled('setUpButton');
    expect(screen.getByTestId('planRow-target')).not.toHaveTextContent('Connector of the run');
  });
});

test('a refusal to resume one run is not shown for another', async () => {
  const other = '00000000-0000-4000-8000-000000000001';
  await stoppedRun(busy, {
    run: ({ params }) => ({ run: { ...aBlockedRun(request, 3, busy), runId: params.runId } }),
    resumeRun: () => {
      throw failure({ code: 'run_not_resumable' });
    },
  });
  await click('resumeButton');
  await see('problem-run_not_resumable');
  act(() => page.shown.history.push(`/?run=${other}`));
  expect(await see('problem-azure_busy')).toBeVisible();
  expect(screen.queryByTestId('problem-run_not_resumable')).not.toBeInTheDocument();
});

test('a person who signs in to delete a stopped run does not resume it', async () => {
  const run = aBlockedRun(request, 3, { code: 'session_expired' });
  page.open({ run: () => ({ run }), undoRun: () => ({ removals: [] }) }, { search });
  await click('stopButton');
  const modal = await see('undoModal');
  await within(modal).findByTestId('signInAgain');
  fireEvent.click(within(modal).getByTestId('signInAgain'));
  await signIn();
  expect(await see('undoModal')).toBeVisible();
  await see('undoCancel');
  expect(page.shown.callsOf('resumeRun')).toEqual([]);
});
