import { screen, waitFor } from '@testing-library/react';
import { act } from 'react-dom/test-utils';
import type { ChangeSizeAnswer } from '../../../common/routes';
import type { Run } from '../../../common/run';
import { aSizeChange } from '../../../test/support/builders/a_size_change';
import {
  aFinishedRun,
  aRecommendation,
  aRun,
  aRunId,
  aRunSummary,
  aSession,
} from '../../../test/support/builders/answers';
import { failure, type Answers } from '../../../test/support/page/fake_http';
import { click, fill, isolatedPage, see } from '../../../test/support/page/page_driver';

const { request } = aRecommendation();
const finished = aFinishedRun(request);
const { startedAt } = finished;
const undone: Run = { ...finished, status: 'undone' };
const { finishedAt: _end, ...open } = finished;
const undoing: Run = { ...open, status: 'undoing' };
const changeId = '7d3a2b10-0000-4000-8000-00000000000b';
const sizes: ChangeSizeAnswer['sizes'] = {
  ...{ capacity: 100, tokensPerUnit: 1_000, minimum: 10, maximum: 250, step: 10 },
};
const change = aSizeChange('running', changeId);
const changing: Run = { ...finished, lastChange: { changeId, startedAt } };

const page = isolatedPage();

/** The server's runs. */
let kept: Run;
let keptChange: Run;
const runs: Answers = {
  run: ({ params: { runId } }) => ({ run: runId === changeId ? keptChange : kept }),
  undoRun: () => ({ removals: [{ step: 'resource_group', name: 'rg-openai' }] }),
};
const show = (answers: Answers = {}, search = `?run=${aRunId}`) =>
  page.open({ signIn: () => aSession(), ...runs, ...answers }, { search });

/** Simulates the return to this tab. */
const comeBack = () =>
  act(async () => {
    window.dispatchEvent(new Event('visibilitychange'));
  });
const heading = (name: RegExp) => screen.findByRole('heading', { name });

beforeEach(() => {
  kept = finished;
  keptChange = change;
});

async function openRemoval(): Promise<void> {
  await click('removeAll');
  await click('signInAgain');
  await click('signInSubmit');
  await see('undoConfirm');
}

describe('a finished setup that was deleted in another tab', () => {
  it('is shown as deleted when the person comes back', async () => {
    show();
    await see('removeAll');
    kept = undone;
    await comeBack();
    expect(await see('screen-progress')).toBeInTheDocument();
    await waitFor(() => expect(screen.queryByTestId('removeAll')).not.toBeInTheDocument());
    expect(screen.queryByTestId('askField')).not.toBeInTheDocument();
  });

  it.each([
    ['is being deleted', undoing],
    ['is deleted', undone],
  ])('does not offer the deletion again while it %s', async (_, then) => {
    show();
    await openRemoval();
    kept = then;
    await comeBack();
    await waitFor(() => expect(screen.queryByTestId('undoModal')).not.toBeInTheDocument());
    // The dialog does not reopen if the deletion stops.
    kept = { ...undoing, problem: { code: 'azure_busy' } };
    await comeBack();
    expect(await see('removeRest')).toBeInTheDocument();
    expect(screen.queryByTestId('undoModal')).not.toBeInTheDocument();
  });

  it('is read again when the server refuses to act on it', async () => {
    const refuse = () => {
      kept = undone;
      throw failure({ code: 'run_not_resumable', detail: { status: 'undone' } });
    };
    show({ ask: refuse });
    await fill('askField', 'Are you there?');
    await click('askSend');
    expect(await see('screen-progress')).toBeInTheDocument();
  });

  it('is replaced by the reason when its record is gone', async () => {
    let isGone = false;
    show({
      run: ({ params: { runId } }) => {
        if (isGone) throw failure({ code: 'run_not_found', detail: { runId } });
        return { run: finished };
      },
    });
    await see('removeAll');
    isGone = true;
    await comeBack();
    expect(await see('runNotFound')).toBeInTheDocument();
    expect(screen.queryByTestId('removeAll')).not.toBeInTheDocument();
  });
});

describe('a change of the throughput in another tab', () => {
  it('is shown when the person comes back, with its end', async () => {
    show();
    await see('changeSize');
    kept = changing;
    await comeBack();
    expect(await see('changeSizeProgress')).toBeInTheDocument();
    expect(await see('changeSize')).toHaveAttribute('aria-disabled', 'true');
    keptChange = aSizeChange('finished', changeId);
    expect(await see('changeSizeDone')).toHaveTextContent('200,000 tokens per minute');
  });

  it('is shown instead of the one that it blocks', async () => {
    show({
      changeSize: ({ body: { dryRun } }) => {
        if (dryRun) return { sizes, verdicts: [] };
        kept = changing;
        throw failure({ code: 'throughput_changing' });
      },
    });
    await openRemoval();
    await click('undoCancel');
    await click('changeSize');
    await fill('changeSizeNumber', '150000');
    await click('changeSizeConfirm');
    expect(await see('problem-throughput_changing')).toBeInTheDocument();
    expect(await see('changeSizeProgress')).toBeInTheDocument();
    expect(screen.queryByTestId('changeSizeForm')).not.toBeInTheDocument();
    keptChange = aSizeChange('finished', changeId);
    expect(await see('changeSizeDone')).toBeInTheDocument();
    expect(screen.queryByTestId('problem-throughput_changing')).not.toBeInTheDocument();
  });
});

describe('a setup that has stopped', () => {
  it('is shown at work when it was continued in another tab', async () => {
    kept = { ...aRun(request, 1), status: 'blocked', problem: { code: 'azure_busy' } };
    show();
    await see('resumeButton');
    kept = aRun(request, 2);
    await comeBack();
    await waitFor(() => expect(screen.queryByTestId('resumeButton')).not.toBeInTheDocument());
  });
});

describe('the list of setups', () => {
  it('is read again when the person comes back', async () => {
    let all = [finished];
    show({ runs: () => ({ runs: all.map(aRunSummary) }) }, '');
    expect(await heading(/Your setups/)).toBeInTheDocument();
    all = [];
    await comeBack();
    await waitFor(() =>
      expect(screen.queryByRole('heading', { name: /Your setups/ })).not.toBeInTheDocument(),
    );
  });
});
