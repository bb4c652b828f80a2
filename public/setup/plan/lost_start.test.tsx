import { screen, waitFor } from '@testing-library/react';
import { act } from 'react-dom/test-utils';
import type { Run } from '../../../common/run';
import { aRun } from '../../../test/support/builders/answers';
import { failure, type Answers } from '../../../test/support/page/fake_http';
import { click, fill, isolatedPage, see } from '../../../test/support/page/page_driver';

const page = isolatedPage();

/** How a start gets lost: its request, its response, or the request is delayed until after the next one. */
type Loss = 'request' | 'answer' | 'late';

/** A server that stores its runs. */
function aServer(...losses: Loss[]): Answers {
  const kept = new Map<string, Run>();
  let late = () => {};
  return {
    startRun: ({ body: { runId, request } }) => {
      late();
      const loss = losses.shift();
      const begin = () => void kept.set(runId, { ...aRun(request, 0), runId });
      const run = kept.get(runId);
      if (run && run.request.targetName !== request.targetName)
        throw failure({ code: 'run_has_other_values' });
      if (loss === 'late') late = begin;
      else if (loss !== 'request') begin();
      if (loss) throw new TypeError('Failed to fetch');
      return { run: { ...aRun(request, 0), runId } };
    },
    run: ({ params: { runId } }) => {
      const run = kept.get(runId);
      if (!run) throw failure({ code: 'run_not_found', detail: { runId } });
      return { run };
    },
  };
}

/** Signs in and starts; the response is lost. */
async function startInVain(answers: Answers): Promise<void> {
  page.open(answers);
  await click('signInSubmit');
  await click('setUpButton');
  await waitFor(() => expect(page.shown.callsOf('startRun')).toHaveLength(1));
}
const started = () => new URLSearchParams(page.shown.history.location.search).get('run');
const ids = () => page.shown.bodiesOf('startRun').map(({ runId }) => runId);

async function renameConnector(name: string): Promise<void> {
  await click('moreSettingsButton');
  await fill('targetNameInput', name);
}

test('a setup that began although the answer to its start got lost is shown', async () => {
  await startInVain(aServer('answer'));
  expect(await see('runLive')).toBeInTheDocument();
  expect(started()).toBe(ids()[0]);
});

test('values that were changed after a start that did not arrive start the setup, under the same id', async () => {
  await startInVain(aServer('request'));
  expect(await see('problem-unexpected')).toBeInTheDocument();
  await renameConnector('Renamed');
  await click('setUpButton');
  expect(await see('runLive')).toBeInTheDocument();
  const [first, second] = ids();
  expect(second).toBe(first);
  expect(page.shown.bodiesOf('startRun')[1]).toMatchObject({
    request: { targetName: 'Renamed' },
  });
});

test('after a reload, too, a start has the id of the one that was lost', async () => {
  await startInVain(aServer('request'));
  await see('problem-unexpected');
  const [first] = ids();
  page.reload();
  await click('setUpButton');
  expect(await see('runLive')).toBeInTheDocument();
  expect(ids()).toEqual([first]);
});

describe('a setup that began late, with the values from before a change,', () => {
  beforeEach(async () => {
    await startInVain(aServer('late'));
    await see('problem-unexpected');
    await renameConnector('Renamed');
    await click('setUpButton');
  });

  test('is named on the plan and can be opened; the plan of another setup keeps the values', async () => {
    expect(await see('problem-run_has_other_values')).toBeInTheDocument();
    await click('viewStarted');
    expect(await see('runLive')).toBeInTheDocument();
    const [first, second] = ids();
    expect([second, started()]).toEqual([first, first]);
    act(() => page.shown.history.goBack());
    await click('setUpButton');
    await waitFor(() => expect(ids()).toHaveLength(3));
    expect(ids()[2]).not.toBe(first);
    expect(page.shown.bodiesOf('startRun')[2]).toMatchObject({
      request: { targetName: 'Renamed' },
    });
  });

  test('is named after a reload, before anything is pressed', async () => {
    await see('problem-run_has_other_values');
    page.reload();
    expect(await see('viewStarted')).toBeInTheDocument();
    expect(screen.queryByTestId('runLive')).not.toBeInTheDocument();
    expect(ids()).toEqual([]);
  });
});
