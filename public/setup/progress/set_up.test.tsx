import { screen, waitFor, within } from '@testing-library/react';
import {
  aBlockedRun,
  aFinishedRun,
  aRecommendation,
  aRun,
  anUndoneRun,
  aRunId,
  aSession,
} from '../../../test/support/builders';
import type { Run, RunStep } from '../../../common/run';
import type { SetupRequest } from '../../../common/setup_request';
import { showApplication, type Setting, type Shown } from '../../../test/support/fake_core';
import { failure } from '../../../test/support/fake_http';
import {
  click,
  clickEnabled,
  fill,
  isolateTests,
  reload,
  see,
  usualAnswers,
} from '../../../test/support/page_driver';

const request: SetupRequest = aRecommendation().request;
const search = `?run=${aRunId}`;

let shown: Shown;
const show = (setting: Setting) => {
  shown = showApplication(setting);
};
const signIn = () => click('signInSubmit');

/** A person who signed in before and comes back to a run. */
async function signedInAt(setting: Setting): Promise<void> {
  show({ answers: usualAnswers() });
  await signIn();
  await see('modelCard');
  shown.unmount();
  show({ search, ...setting });
}

isolateTests(() => shown);

describe('a problem', () => {
  test('is shown in its row; the value it names is changed, and setup resumes with it', async () => {
    let run: Run = aBlockedRun(request, 3, {
      code: 'insufficient_quota',
      field: 'location',
      detail: { location: 'eastus2' },
    });
    await signedInAt({
      answers: usualAnswers({
        run: () => ({ run }),
        resumeRun: ({ body }) => {
          run = aRun(body.request ?? request, 4);
          return { run };
        },
      }),
    });
    const row = await see('runRow-model_deployment');
    expect(within(row).getByTestId('problem-insufficient_quota')).toBeInTheDocument();
    expect(await see('runRow-account')).toHaveTextContent('Created');
    await click('changeField-location');
    expect(screen.getByRole('heading', { name: 'Azure resource' })).toHaveFocus();
    await click('editStep-model');
    await fill('deploymentName', 'gpt-mine');
    await clickEnabled('resumeButton');

    expect(await see('runRow-target')).toHaveTextContent('In progress');
    expect(shown.history.location.search).toBe(search);
    expect(shown.callsOf('resumeRun')).toMatchObject([
      {
        params: { runId: aRunId },
        body: { session: 'sealed-session', request: { ...request, deploymentName: 'gpt-mine' } },
      },
    ]);
    // Advice is asked for around everything that the run had settled.
    expect(shown.callsOf('recommendation')[0]?.body).toMatchObject({ fixed: request });
  });

  test('that may pass is tried again as it is', async () => {
    let run: Run = aBlockedRun(request, 2, { code: 'azure_busy' });
    await signedInAt({
      answers: usualAnswers({
        run: () => ({ run }),
        resumeRun: () => {
          run = aRun(request, 2);
          return { run };
        },
      }),
    });
    expect(await see('runProblem')).toHaveTextContent(/Azure/);
    await click('resumeButton');
    expect(await see('runRow-account')).toHaveTextContent('In progress');
    expect(shown.callsOf('resumeRun')[0]?.body).toEqual({ session: 'sealed-session' });
  });

  test('of a sign-in that has ended: signing in carries the setup on', async () => {
    let run: Run = aBlockedRun(request, 2, { code: 'session_expired' });
    show({
      search,
      answers: usualAnswers({
        signIn: () => aSession({ session: 'fresh-session' }),
        run: () => ({ run }),
        resumeRun: () => {
          run = aRun(request, 3);
          return { run };
        },
      }),
    });
    await click('signInAgain');
    await signIn();
    expect(await see('runRow-model_deployment')).toHaveTextContent('In progress');
    expect(shown.callsOf('resumeRun')[0]?.body).toEqual({ session: 'fresh-session' });
  });

  test('with resuming is said beside the rows', async () => {
    const run = aBlockedRun(request, 2, { code: 'azure_busy' });
    await signedInAt({
      answers: usualAnswers({
        run: () => ({ run }),
        resumeRun: () => {
          throw failure({ code: 'run_not_resumable' });
        },
      }),
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
    expect(await see('runLive')).toHaveTextContent('Kibana is creating the connector');
    expect(screen.getByText(/You can leave this page; setup continues/)).toBeInTheDocument();
    expect(await see('problem-unexpected')).toBeInTheDocument();
    expect(await see('doneAnswer')).toBeInTheDocument();
    expect(shown.leave()).toBe('leave');
  });

  test('is there again after a reload', async () => {
    const answers = { run: () => ({ run: aRun(request, 2) }) };
    show({ search, answers });
    await see('runRow-account');
    shown = reload(shown, { answers });
    expect(await see('runRow-account')).toHaveTextContent('In progress');
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

  test('is stopped, and what it made is removed, after the list of it was shown', async () => {
    let run: Run = aRun(request, 3);
    await signedInAt({
      answers: usualAnswers({
        run: () => ({ run }),
        undoRun: ({ body }) => {
          if (!body.dryRun) run = anUndoneRun(run);
          return {
            removals: [
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
      }),
    });
    await click('stopButton');
    expect(await see('removal-account')).toHaveTextContent('kibana-openai-4f2a will be deleted');
    expect(await see('removal-resource_group')).toHaveTextContent('stays');
    expect(shown.callsOf('undoRun').map(({ body }) => body)).toEqual([
      { session: 'sealed-session', dryRun: true },
    ]);
    await click('undoConfirm');
    await waitFor(() => expect(screen.queryByTestId('undoModal')).not.toBeInTheDocument());
    expect(await see('runLive')).toHaveTextContent('was removed');
    // A question is nothing that could be kept.
    expect(screen.queryByTestId('runRow-first_answer')).not.toBeInTheDocument();
    expect(shown.callsOf('undoRun')[1]?.body).toEqual({ session: 'sealed-session', dryRun: false });
    await click('setUpAnother');
    expect(await see('modelCard')).toBeInTheDocument();
  });

  test('shows why its removal stopped and removes the rest when it is started again', async () => {
    const problem = { code: 'token_rejected' } as const;
    let run: Run = { ...aRun(request, 0), status: 'undoing', problem };
    await signedInAt({
      answers: usualAnswers({
        run: () => ({ run }),
        undoRun: ({ body }) => {
          if (!body.dryRun) run = anUndoneRun(run);
          return { removals: [], ...(!body.dryRun && { run }) };
        },
      }),
    });
    expect(await see('problem-token_rejected')).toBeInTheDocument();
    expect(await see('runLive')).toHaveTextContent('has stopped');
    expect(await see('step-set_up')).not.toHaveTextContent('the removal continues');
    await click('removeRest');
    await click('undoConfirm');
    await waitFor(() => expect(screen.getByTestId('runLive')).toHaveTextContent('was removed'));
  });

  test('offers to remove what is left when a removal kept something that the run created', async () => {
    const run = anUndoneRun(aFinishedRun(request));
    const steps = run.steps.map((line): RunStep => {
      const { step, name, outcome } = line;
      if (step !== 'resource_group') return line;
      return { step, name, outcome, status: 'kept', problem: { code: 'scope_locked_for_removal' } };
    });
    const kept: Run = { ...run, steps };
    await signedInAt({ answers: usualAnswers({ run: () => ({ run: kept }) }) });
    expect(await see('removeRest')).toBeInTheDocument();
    shown.unmount();
    show({ search, answers: usualAnswers({ run: () => ({ run }) }) });
    expect(await see('setUpAnother')).toBeInTheDocument();
    expect(screen.queryByTestId('removeRest')).not.toBeInTheDocument();
  });

  test('while things are removed nothing is said of making them', async () => {
    const run: Run = { ...aRun(request, 0), status: 'undoing' };
    show({ search, answers: { run: () => ({ run }) } });
    expect(await see('runRow-account')).toHaveTextContent(/Waiting$/);
    expect(await see('step-set_up')).toHaveTextContent('the removal continues');
    expect(await see('step-set_up')).not.toHaveTextContent('usually');
    expect(await see('step-set_up')).not.toHaveTextContent('setup continues');
  });

  test('goes on when one only stops watching', async () => {
    await signedInAt({
      answers: usualAnswers({
        run: () => ({ run: aRun(request, 3) }),
        undoRun: () => ({ removals: [] }),
      }),
    });
    await click('stopButton');
    await click('stopWatching');
    expect(await see('step-connect')).toHaveAttribute('data-state', 'current');
    expect(shown.callsOf('undoRun').map(({ body }) => body)).toEqual([
      { session: 'sealed-session', dryRun: true },
    ]);
  });

  test('that does not exist leads to a new one', async () => {
    show({
      search,
      answers: usualAnswers({
        run: () => {
          throw failure({ code: 'run_not_found' });
        },
      }),
    });
    expect(await see('runNotFound')).toHaveTextContent('This setup was not found');
    expect(screen.getByTestId('step-review')).toHaveAttribute('data-state', 'later');
    await click('startNewSetup');
    expect(await see('signInSubmit')).toBeInTheDocument();
  });
});

describe('the review', () => {
  test('names what is in the way, keeps the primary button disabled, and leads to the value', async () => {
    const problem = { code: 'insufficient_quota', field: 'capacity' } as const;
    let plans = 0;
    show({
      answers: usualAnswers({
        plan: ({ body }) => ({
          steps: [
            {
              step: 'account',
              action: 'conflict',
              name: body.request.accountName,
              problem: { code: 'subdomain_taken', field: 'customSubDomainName' },
            },
          ],
          verdicts: [
            ...(++plans === 1 ? [{ check: 'quota', status: 'fail', problem } as const] : []),
            {
              check: 'permissions',
              status: 'unverified',
              problem: { code: 'permissions_unreadable' },
            },
          ],
          targetUrl: 'https://x.endpoint.example/',
        }),
      }),
    });
    await signIn();
    await clickEnabled('reviewButton');
    expect(await see('obstacle')).toHaveTextContent('Solve 2 problems first.');
    expect(await see('setUpButton')).toBeDisabled();
    expect(await see('changeField-customSubDomainName')).toBeInTheDocument();
    await clickEnabled('checkAgain');
    await waitFor(() =>
      expect(screen.getByTestId('obstacle')).toHaveTextContent('Solve 1 problem first.'),
    );
    await click('changeField-customSubDomainName');
    expect(await see('step-resource')).toHaveAttribute('data-state', 'current');
  });

  test('a start that failed is tried again under the same id', async () => {
    let tries = 0;
    show({
      answers: usualAnswers({
        startRun: ({ body }) => {
          if (++tries === 1) throw new TypeError('Failed to fetch');
          return { run: { ...aRun(request, 0), runId: body.runId } };
        },
        run: ({ params }) => ({ run: { ...aRun(request, 0), runId: params.runId } }),
      }),
    });
    await signIn();
    await clickEnabled('reviewButton');
    await clickEnabled('setUpButton');
    expect(await see('problem-unexpected')).toBeInTheDocument();
    await clickEnabled('setUpButton');
    await see('runRow-account');
    const [first, second] = shown.callsOf('startRun');
    expect(first?.body).toEqual(second?.body);
  });
});
