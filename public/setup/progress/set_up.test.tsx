import { screen, waitFor } from '@testing-library/react';
import {
  aBlockedRun,
  aFinishedRun,
  aRecommendation,
  aRun,
  anUndoneRun,
  aRunId,
  aSession,
} from '../../../test/support/builders/answers';
import type { Run, RunStep } from '../../../common/run';
import type { SetupRequest } from '../../../common/setup_request';
import { failure, type Answers } from '../../../test/support/page/fake_http';
import { someOffers } from '../../../test/support/builders/some_offers';
import {
  click,
  fill,
  isolatedPage,
  see,
  seeText,
  signIn,
} from '../../../test/support/page/page_driver';

const request: SetupRequest = aRecommendation().request;
const search = `?run=${aRunId}`;

const page = isolatedPage();
const { show, open } = page;

/** Opens a run with an existing session. */
const signedInAt = (answers: Answers) => page.openSignedIn(answers, { search });

const headline = (name: string) => screen.findByRole('heading', { level: 2, name });

describe('a problem', () => {
  test('is shown above the rows; the value it names is changed, and setup resumes with it', async () => {
    let run: Run = aBlockedRun(request, 3, {
      code: 'insufficient_quota',
      field: 'location',
      detail: { location: 'eastus2' },
    });
    await signedInAt({
      run: () => ({ run }),
      offers: () => someOffers(),
      resumeRun: ({ body }) => {
        run = aRun(body.request ?? request, 4);
        return { run };
      },
    });
    const problem = await see('problem-insufficient_quota');
    const row = await see('runRow-model_deployment');
    expect(problem.compareDocumentPosition(row) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    expect(await see('runRow-account')).toHaveTextContent('Created');
    await click('changeField-location');
    await see('dataFlyout');
    await click('dataFlyoutCancel');
    await click('moreSettingsButton');
    await fill('deploymentName', 'gpt-mine');
    await click('resumeButton');

    await seeText('runRow-target', 'In progress');
    expect(page.shown.history.location.search).toBe(search);
    expect(page.shown.callsOf('resumeRun')).toMatchObject([
      {
        params: { runId: aRunId },
        body: { session: 'sealed-session', request: { ...request, deploymentName: 'gpt-mine' } },
      },
    ]);
    // The recommendation request contains every value of the run.
    expect(page.shown.bodiesOf('recommendation')[0]).toMatchObject({ fixed: request });
  });

  test('that is temporary is retried', async () => {
    let run: Run = aBlockedRun(request, 2, { code: 'azure_busy' });
    await signedInAt({
      run: () => ({ run }),
      resumeRun: () => {
        run = aRun(request, 2);
        return { run };
      },
    });
    expect(await see('runProblem')).toHaveTextContent(/Azure/);
    await click('resumeButton');
    await seeText('runRow-account', 'In progress');
    expect(page.shown.bodiesOf('resumeRun')[0]).toEqual({ session: 'sealed-session' });
  });

  test('of a sign-in that has ended: signing in carries the setup on', async () => {
    let run: Run = aBlockedRun(request, 2, { code: 'session_expired' });
    open(
      {
        signIn: () => aSession({ session: 'fresh-session' }),
        run: () => ({ run }),
        resumeRun: () => {
          run = aRun(request, 3);
          return { run };
        },
      },
      { search },
    );
    await click('signInAgain');
    await signIn();
    await seeText('runRow-model_deployment', 'In progress');
    expect(page.shown.bodiesOf('resumeRun')[0]).toEqual({ session: 'fresh-session' });
  });

  test('with resuming is shown above the rows', async () => {
    const run = aBlockedRun(request, 2, { code: 'azure_busy' });
    await signedInAt({
      run: () => ({ run }),
      resumeRun: () => {
        throw failure({ code: 'run_not_resumable' });
      },
    });
    await click('resumeButton');
    expect(await see('problem-run_not_resumable')).toBeInTheDocument();
  });
});

describe('a setup under way', () => {
  test('is followed in any tab, without a sign-in, and while Kibana cannot be reached', async () => {
    let looks = 0;
    show({
      search,
      answers: {
        run: () => {
          looks += 1;
          if (looks === 2) throw new TypeError('Failed to fetch');
          return { run: looks > 2 ? aFinishedRun(request) : aRun(request, 4) };
        },
      },
    });
    expect(await headline('Kibana is creating the connector')).toBeInTheDocument();
    expect(screen.getByText(/You can close this page. Setup continues/)).toBeInTheDocument();
    expect(await see('problem-unexpected')).toBeInTheDocument();
    expect(await see('doneAnswer')).toBeInTheDocument();
    expect(page.shown.leave()).toBe('leave');
  });

  test('is shown after a reload', async () => {
    show({ search, answers: { run: () => ({ run: aRun(request, 2) }) } });
    await see('runRow-account');
    page.reload();
    await seeText('runRow-account', 'In progress');
    expect(document.body).toHaveFocus();
  });

  test('a step that waits says why in a quiet line', async () => {
    const run = aRun(request, 5);
    const steps = run.steps.map((line) =>
      line.status === 'running' ? { ...line, problem: { code: 'rate_limited' as const } } : line,
    );
    show({ search, answers: { run: () => ({ run: { ...run, steps } }) } });
    expect(await see('runWaiting')).toBeInTheDocument();
    expect(screen.queryByTestId('runProblem')).not.toBeInTheDocument();
  });

  test('is canceled and its resources deleted after a confirmation', async () => {
    let run: Run = aRun(request, 3);
    await signedInAt({
      run: () => ({ run }),
      undoRun: ({ body }) => {
        if (!body.dryRun) run = anUndoneRun(run);
        return {
          removals: [
            {
              step: 'model_deployment',
              name: request.deploymentName,
              neededBy: ['By hand', 'azure-openai-gpt-5.2-0c8f5f36'],
            },
            { step: 'account', name: request.accountName },
            {
              step: 'resource_group',
              name: request.resourceGroup,
              kept: { code: 'resource_not_empty', detail: { name: request.resourceGroup } },
            },
          ],
          ...(!body.dryRun && { run }),
        };
      },
    });
    await click('stopButton');
    expect(await see('removal-account')).toHaveTextContent('kibana-openai-4f2a');
    expect(await see('removal-resource_group')).toHaveTextContent(
      "resources that this setup didn't create",
    );
    expect(await see('undoNeededBy')).toHaveTextContent(
      '2 other connections will stop working: By hand, azure-openai-gpt-5.2-0c8f5f36.',
    );
    expect(page.shown.bodiesOf('undoRun')).toEqual([{ session: 'sealed-session', dryRun: true }]);
    await click('undoConfirm');
    await waitFor(() => expect(screen.queryByTestId('undoModal')).not.toBeInTheDocument());
    expect(await headline('Everything was deleted')).toBeInTheDocument();
    // A question is not a resource.
    expect(screen.queryByTestId('runRow-first_answer')).not.toBeInTheDocument();
    expect(page.shown.bodiesOf('undoRun')[1]).toEqual({
      session: 'sealed-session',
      dryRun: false,
      confirmed: ['model_deployment', 'account'],
    });
    await click('setUpAnother');
    expect(await see('setUpButton')).toBeInTheDocument();
  });

  test('that finishes while the dialog is open lists what it has created since', async () => {
    let run: Run = aRun(request, 4);
    const account = { step: 'account', name: request.accountName } as const;
    const target = { step: 'target', name: request.targetName } as const;
    await signedInAt({
      run: () => ({ run }),
      undoRun: () => ({ removals: run.status === 'finished' ? [target, account] : [account] }),
    });
    await click('stopButton');
    await see('removal-account');
    expect(screen.queryByTestId('removal-target')).not.toBeInTheDocument();
    run = aFinishedRun(request);
    expect(await see('removal-target')).toHaveTextContent(request.targetName);
    expect(await see('undoModal')).toHaveTextContent('Delete created resources?');
  });

  test('deletes nothing that its dialog did not list, and lists it when the server refuses', async () => {
    const run = aRun(request, 4);
    const account = { step: 'account', name: request.accountName } as const;
    const target = { step: 'target', name: request.targetName } as const;
    let isCreated = false;
    await signedInAt({
      run: () => ({ run }),
      undoRun: ({ body }) => {
        const removals = isCreated ? [target, account] : [account];
        if (body.dryRun) return { removals };
        if (!body.confirmed?.includes('target')) throw failure({ code: 'removals_changed' });
        return { removals, run: anUndoneRun(run) };
      },
    });
    await click('stopButton');
    await see('removal-account');
    isCreated = true;
    await click('undoConfirm');
    expect(await see('problem-removals_changed')).toHaveTextContent('Nothing was deleted.');
    expect(await see('removal-target')).toHaveTextContent(request.targetName);
    await click('undoConfirm');
    expect(await headline('Everything was deleted')).toBeInTheDocument();
  });

  test('shows why its removal stopped and removes the rest when it is started again', async () => {
    const problem = { code: 'token_rejected' } as const;
    let run: Run = { ...aRun(request, 4), status: 'undoing', problem };
    await signedInAt({
      run: () => ({ run }),
      undoRun: ({ body }) => {
        if (!body.dryRun) run = anUndoneRun(run);
        return { removals: [], ...(!body.dryRun && { run }) };
      },
    });
    expect(await see('problem-token_rejected')).toBeInTheDocument();
    expect(await headline('Deletion stopped')).toBeInTheDocument();
    expect(screen.queryByText(/continues in the background/)).not.toBeInTheDocument();
    await click('removeRest');
    await click('undoConfirm');
    expect(await headline('Everything was deleted')).toBeInTheDocument();
  });

  test('offers to remove what is left when a removal kept something that the run created', async () => {
    const run = anUndoneRun(aFinishedRun(request));
    const steps = run.steps.map((line): RunStep => {
      const { step, name, outcome } = line;
      if (step !== 'resource_group') return line;
      return { step, name, outcome, status: 'kept', problem: { code: 'scope_locked_for_removal' } };
    });
    const kept: Run = { ...run, steps };
    const group = { step: 'resource_group', name: request.resourceGroup } as const;
    await signedInAt({ run: () => ({ run: kept }), undoRun: () => ({ removals: [group] }) });
    expect(await see('removeRest')).toBeInTheDocument();
    open({ run: () => ({ run }) }, { search });
    expect(await see('setUpAnother')).toBeInTheDocument();
    expect(screen.queryByTestId('removeRest')).not.toBeInTheDocument();
  });

  test('offers to remove nothing when a removal kept something that cannot be deleted', async () => {
    const run = anUndoneRun(aFinishedRun(request));
    const problem = { code: 'resource_not_empty', detail: { setups: 'kibana-openai-1' } } as const;
    const steps = run.steps.map((line): RunStep => {
      const { step, name, outcome } = line;
      return step === 'resource_group' ? { step, name, outcome, status: 'kept', problem } : line;
    });
    await signedInAt({
      run: () => ({ run: { ...run, steps } }),
      undoRun: () => ({
        removals: [{ step: 'resource_group', name: request.resourceGroup, kept: problem }],
      }),
    });
    const shown = await see('problem-resource_not_empty');
    expect(shown).toHaveTextContent('Another setup created kibana-openai-1.');
    expect(shown).toHaveTextContent('When no setup uses it anymore');
    await waitFor(() => expect(page.shown.callsOf('undoRun')).toHaveLength(1));
    expect(screen.queryByTestId('removeRest')).not.toBeInTheDocument();
  });

  test('continues when the person lets it run in the background', async () => {
    await signedInAt({
      run: () => ({ run: aRun(request, 3) }),
      undoRun: () => ({ removals: [] }),
    });
    await click('stopButton');
    await click('stopWatching');
    await waitFor(() => expect(screen.queryByTestId('runLive')).not.toBeInTheDocument());
    expect(page.shown.history.location.search).toBe('');
    expect(page.shown.bodiesOf('undoRun')).toEqual([{ session: 'sealed-session', dryRun: true }]);
  });

  test('that does not exist leads to a new one', async () => {
    open(
      {
        run: () => {
          throw failure({ code: 'run_not_found' });
        },
      },
      { search },
    );
    expect(await headline("This setup wasn't found")).toBeInTheDocument();
    await click('startNewSetup');
    expect(await see('signInSubmit')).toBeInTheDocument();
  });
});

test('a start that failed is tried again under the same id', async () => {
  let tries = 0;
  open({
    startRun: ({ body }) => {
      if (++tries === 1) throw new TypeError('Failed to fetch');
      return { run: { ...aRun(request, 0), runId: body.runId } };
    },
    run: ({ params: { runId } }) => {
      if (tries < 2) throw failure({ code: 'run_not_found', detail: { runId } });
      return { run: { ...aRun(request, 0), runId } };
    },
  });
  await signIn();
  await click('setUpButton');
  expect(await see('problem-unexpected')).toBeInTheDocument();
  await click('setUpButton');
  await see('runRow-account');
  const [first, second] = page.shown.callsOf('startRun');
  expect(first?.body).toEqual(second?.body);
});
