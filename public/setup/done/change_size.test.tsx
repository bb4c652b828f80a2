import { screen, waitFor } from '@testing-library/react';
import type { Problem } from '../../../common/problem';
import type { Run } from '../../../common/run';
import { aSizeChange, sizes } from '../../../test/support/builders/a_size_change';
import { aFinishedRun, aRecommendation, aRunId } from '../../../test/support/builders/answers';
import { failure, type Answers } from '../../../test/support/page/fake_http';
import {
  click,
  clickDisabled,
  fill,
  isolatedPage,
  see,
} from '../../../test/support/page/page_driver';
import { problemText } from '../../../common/words/problems/problem_text';

const { request } = aRecommendation();
const finished = aFinishedRun(request);

const page = isolatedPage();

/** Shows a finished run with a session, and opens the form. */
async function openForm(answers: Answers): Promise<void> {
  const run = () => ({ run: finished });
  await page.openSignedIn({ run, ...answers }, { search: `?run=${aRunId}` });
  await click('changeSize');
}

const asked = () => page.shown.bodiesOf('changeSize');

describe('changing the throughput of a finished run', () => {
  it('starts the change for a valid size and shows its end', async () => {
    let started: Run | undefined;
    await openForm({
      changeSize: ({ body: { changeId, capacity, dryRun } }) => {
        if (dryRun || !capacity) return { sizes, verdicts: [] };
        started = aSizeChange('finished', changeId, capacity);
        return { sizes, verdicts: [], run: started };
      },
      run: ({ params: { runId } }) => ({
        run: started && runId === started.runId ? started : finished,
      }),
    });
    const field = await see('changeSizeNumber');
    expect(field).toHaveFocus();
    expect(field).toHaveValue(100_000);
    expect(field).toHaveAccessibleName('Tokens per minute');
    expect(field).toHaveAccessibleDescription(
      /throughput is.*10,000 to 250,000.*150,000 of the quota/,
    );
    expect(await see('changeSizeConfirm')).toBeDisabled();

    for (const wrong of ['', '5000', '105000', '260000']) {
      await fill('changeSizeNumber', wrong);
      expect(field).toBeInvalid();
      expect(field).toHaveAccessibleDescription(/from 10,000 to 250,000 in steps of 10,000/);
      expect(await see('changeSizeConfirm')).toBeDisabled();
      expect(await see('changeSizeConfirm')).toHaveTextContent(/^Change throughput$/);
    }
    await fill('changeSizeNumber', '200000');
    expect(field).toBeValid();
    expect(await see('changeSizeConfirm')).toHaveTextContent(
      'Change throughput to 200,000 tokens per minute',
    );
    await click('changeSizeConfirm');
    expect(await see('changeSizeDone')).toHaveTextContent(
      'The throughput was changed to 200,000 tokens per minute.',
    );
    expect(asked().at(-1)).toMatchObject({ capacity: 200, dryRun: false });
    expect(await see('changeSize')).toHaveFocus();
  });

  it('says why nothing can be changed, and closes by Cancel', async () => {
    const fixed = { ...sizes, minimum: 100, maximum: 100 };
    await openForm({ changeSize: () => ({ sizes: fixed, verdicts: [] }) });
    expect(await see('changeSizeNumber')).toBeDisabled();
    expect(await see('changeSizeConfirm')).toBeDisabled();
    expect(await see('changeSizeForm')).toHaveTextContent(/throughput can't be changed/);
    await click('changeSizeCancel');
    expect(screen.queryByTestId('changeSizeForm')).not.toBeInTheDocument();
    expect(await see('changeSize')).toHaveFocus();
    expect(asked()).toHaveLength(1);
  });

  it('shows the problems and starts nothing', async () => {
    const problem: Problem = {
      code: 'authorization_failed',
      detail: { action: 'Microsoft.CognitiveServices/accounts/deployments/write', scope: '/x' },
    };
    await openForm({
      changeSize: () => ({ sizes, verdicts: [{ check: 'permissions', status: 'fail', problem }] }),
    });
    expect(await see('problem-authorization_failed')).toBeInTheDocument();
    expect(screen.queryByText(/passed/)).not.toBeInTheDocument();
    const { title } = problemText(problem);
    await waitFor(() => expect(screen.getByTestId('announcement')).toHaveTextContent(title));
    await fill('changeSizeNumber', '200000');
    expect(await see('changeSizeConfirm')).toBeDisabled();
  });

  it.each<[string, RegExp, Problem]>([
    [
      'a failed deployment',
      /After setup, connect another model/,
      { code: 'deployment_failed', detail: { name: 'chat', state: 'Failed' } },
    ],
    [
      'a deployment with another model',
      /After setup, change it in the Azure portal/,
      {
        code: 'deployment_conflict',
        detail: { name: 'chat', modelName: 'gpt-5.1', deploymentType: 'Standard' },
      },
    ],
  ])('says what helps after the setup of %s', async (_, remedy, problem) => {
    await openForm({
      changeSize: () => {
        throw failure(problem);
      },
    });
    expect(await see(`problem-${problem.code}`)).toHaveTextContent(remedy);
    expect(await see('connectAnother')).toBeInTheDocument();
  });

  it('keeps the size and names the problem when the server refuses it', async () => {
    await openForm({
      changeSize: ({ body }) => {
        if (!body.dryRun)
          throw failure({ code: 'ownership_tag_missing', detail: { name: 'gpt-5.2' } });
        return { sizes, verdicts: [] };
      },
    });
    await fill('changeSizeNumber', '200000');
    await click('changeSizeConfirm');
    expect(await see('problem-ownership_tag_missing')).toBeInTheDocument();
    expect(await see('changeSizeNumber')).toHaveValue(200_000);
    expect(await see('changeSizeConfirm')).toBeEnabled();
  });

  it('shows the sizes that are left when quota has become too small', async () => {
    let refusals = 0;
    await openForm({
      changeSize: ({ body }) => {
        if (body.dryRun)
          return {
            sizes: refusals ? { ...sizes, maximum: 150, addable: 50 } : sizes,
            verdicts: [],
          };
        refusals += 1;
        throw failure({ code: 'insufficient_quota', field: 'capacity', detail: { needed: 100 } });
      },
    });
    await fill('changeSizeNumber', '200000');
    await click('changeSizeConfirm');
    expect(await see('problem-insufficient_quota')).toBeInTheDocument();
    const field = await see('changeSizeNumber');
    await waitFor(() =>
      expect(field).toHaveAccessibleDescription(/ 50,000 of the quota.*from 10,000 to 150,000/),
    );
    expect(await see('changeSizeConfirm')).toBeDisabled();
    expect(field).toHaveFocus();
  });

  it('offers the sizes of the model to a deployment that has none of them', async () => {
    const between = { ...sizes, capacity: 405, addable: 0 };
    await openForm({ changeSize: () => ({ sizes: between, verdicts: [] }) });
    const field = await see('changeSizeNumber');
    expect(field).toHaveAccessibleDescription(
      /405,000 .* from 10,000 to 250,000 tokens per minute\.$/,
    );
    for (const wrong of ['400000', '245000']) {
      await fill('changeSizeNumber', wrong);
      expect(field).toBeInvalid();
    }
    await fill('changeSizeNumber', '240000');
    expect(await see('changeSizeConfirm')).toBeEnabled();
  });

  it('offers a sign-in alone when nothing else lets it read the limits', async () => {
    await openForm({
      changeSize: () => {
        throw failure({ code: 'token_expired' });
      },
    });
    expect(await see('signInAgain')).toBeInTheDocument();
    expect(screen.queryByTestId('changeSizeRetry')).not.toBeInTheDocument();
  });

  it('resumes a change that stopped', async () => {
    await openForm({
      changeSize: ({ body: { changeId, dryRun } }) => ({
        sizes,
        verdicts: [],
        ...(!dryRun && { run: aSizeChange('blocked', changeId) }),
      }),
      run: ({ params: { runId } }) => ({
        run: runId === aRunId ? finished : aSizeChange('blocked', runId),
      }),
      resumeRun: ({ params: { runId } }) => ({ run: aSizeChange('finished', runId) }),
    });
    await fill('changeSizeNumber', '200000');
    await click('changeSizeConfirm');
    await click('changeSizeResume');
    expect(await see('changeSizeDone')).toBeInTheDocument();
    expect(page.shown.callsOf('resumeRun')).toHaveLength(1);
  });
});

describe('a change of the throughput that the page did not start', () => {
  const changeId = '7d3a2b10-0000-4000-8000-00000000000b';
  const running = aSizeChange('running', changeId);
  const stopped = aSizeChange('blocked', changeId);
  const ended = aSizeChange('finished', changeId);
  const { startedAt } = finished;
  const setup: Run = { ...finished, lastChange: { changeId, startedAt } };
  let change: Run;
  const open = (runId: string) => {
    page.open(
      {
        run: (input) => ({ run: input.params.runId === changeId ? change : setup }),
        resumeRun: () => ({ run: (change = ended) }),
      },
      { search: `?run=${runId}` },
    );
  };
  const address = () => page.shown.history.location.search;

  it('shows its progress and its end on the finished screen, where no second one can be started', async () => {
    change = running;
    open(aRunId);
    expect(await see('changeSizeProgress')).toBeInTheDocument();
    await clickDisabled('changeSize');
    expect(screen.queryByTestId('signInAgain')).not.toBeInTheDocument();
    change = ended;
    expect(await see('changeSizeDone')).toHaveTextContent(
      'The throughput was changed to 200,000 tokens per minute.',
    );
    expect(await see('changeSize')).toHaveAttribute('aria-disabled', 'false');
  });

  it('is not shown if it ended before the visit', async () => {
    change = ended;
    open(aRunId);
    await see('changeSize');
    await waitFor(() =>
      expect(page.shown.callsOf('run').some(({ params }) => params.runId === changeId)).toBe(true),
    );
    expect(screen.queryByTestId('changeSizeDone')).not.toBeInTheDocument();
  });

  it('shows no throughput if its record has none', async () => {
    const { tokensPerUnit: _unknown, ...earlier } = ended;
    change = earlier;
    open(changeId);
    expect(await see('changeSizeDone')).toHaveTextContent(/The throughput was changed\.$/);
  });

  it.each([
    ['a sign-in', { code: 'sign_in_claims_required' }, 'signInAgain'],
    ['a new change', { code: 'run_not_resumable' }, 'changeSize'],
  ] as const)('is not tried again when only %s can help', async (_, problem, remedy) => {
    change = aSizeChange('blocked', changeId, 200, problem);
    open(aRunId);
    expect(await see(`problem-${problem.code}`)).toBeInTheDocument();
    expect(await see(remedy)).toBeInTheDocument();
    expect(screen.queryByTestId('changeSizeResume')).not.toBeInTheDocument();
  });

  it('says why it stopped, and is tried again after a sign-in', async () => {
    change = stopped;
    open(aRunId);
    expect(await see('problem-azure_busy')).toBeInTheDocument();
    await click('changeSizeResume');
    await click('signInSubmit');
    await click('changeSizeResume');
    expect(await see('changeSizeDone')).toBeInTheDocument();
  });

  it.each([
    ['running', running, 'changeSizeProgress'],
    ['stopped', stopped, 'changeSizeResume'],
    ['finished', ended, 'changeSizeDone'],
  ])(
    'opened by its own link while %s, leads to the setup and is shown there',
    async (_, run, subj) => {
      change = run;
      open(changeId);
      expect(await see(subj)).toBeInTheDocument();
      expect(address()).toBe(`?run=${aRunId}`);
      expect(await see('removeAll')).toBeInTheDocument();
      expect(screen.queryByTestId('runRow-deployment_capacity')).not.toBeInTheDocument();
    },
  );

  it('opened by its own link, is shown alone when its setup is no longer on record', async () => {
    change = ended;
    page.open(
      {
        run: ({ params: { runId } }) => {
          if (runId !== changeId) throw failure({ code: 'run_not_found', detail: { runId } });
          return { run: change };
        },
      },
      { search: `?run=${changeId}` },
    );
    expect(await see('changedText')).toBeInTheDocument();
  });
});

describe('a change whose start got no response', () => {
  let begun: string | undefined;
  const sized: Answers = {
    changeSize: ({ body }) => {
      if (body.dryRun) return { sizes, verdicts: [] };
      begun = body.changeId;
      throw new TypeError('Failed to fetch');
    },
    run: ({ params: { runId } }) => {
      if (runId === aRunId) return { run: finished };
      if (runId !== begun) throw failure({ code: 'run_not_found', detail: { runId } });
      return { run: aSizeChange('finished', runId) };
    },
  };

  it('is found and shown', async () => {
    await openForm(sized);
    await fill('changeSizeNumber', '200000');
    await click('changeSizeConfirm');
    expect(await see('changeSizeDone')).toHaveTextContent('200,000 tokens per minute');
  });
});
