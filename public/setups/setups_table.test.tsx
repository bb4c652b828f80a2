import { screen, within } from '@testing-library/react';
import type { Run } from '../../common/run';
import type { TargetChoice, TargetKind } from '../../common/targets/targets';
import {
  aBlockedRun,
  aFinishedRun,
  anUndoneRun,
  aRun,
  aRunSummary,
  aSession,
} from '../../test/support/builders/answers';
import { aSetupRequest } from '../../test/support/builders/a_setup_request';
import { failure } from '../../test/support/page/fake_http';
import { click, isolatedPage, see } from '../../test/support/page/page_driver';

const page = isolatedPage();
const { open } = page;

const request = aSetupRequest();
const withId = <Each extends Run>(run: Each, digit: number): Each => ({
  ...run,
  runId: `00000000-0000-4000-8000-00000000000${digit}`,
  startedAt: new Date(Date.now() - digit * 3_600_000).toISOString(),
});
const finished = withId(aFinishedRun(request), 1);
const running = withId(aRun(request, 2), 2);
const blocked = withId(aBlockedRun(request, 2, { code: 'policy_denied' }), 3);
const undone = withId(anUndoneRun(aFinishedRun(request)), 4);
const all = [running, undone, finished, blocked];
const runs = () => ({ runs: all.map(aRunSummary) });

const rowOf = ({ runId }: Run) => {
  const row = screen.getByTestId(`earlierSetup-${runId}`).closest('tr');
  if (!row) throw new Error('no row');
  return within(row);
};
const actionsOf = (run: Run) =>
  rowOf(run)
    .getAllByText(/./, { selector: 'button *, a *' })
    .map((element) => element.textContent);

test('returning people see their setups first, newest on top, with the possible actions', async () => {
  open({ runs });
  expect(await see('earlierSetups')).toBeInTheDocument();
  expect(screen.getByRole('heading', { name: 'Your setups' })).toBeInTheDocument();
  const order = screen.getAllByTestId(/^earlierSetup-/).map(({ dataset }) => dataset.testSubj);
  expect(order).toEqual(
    [finished, running, blocked, undone].map(({ runId }) => `earlierSetup-${runId}`),
  );
  expect(rowOf(finished).getByText('Connected')).toBeInTheDocument();
  expect(actionsOf(finished)).toEqual(
    expect.arrayContaining(['Open AI Assistant', 'Ask a test question', 'Delete']),
  );
  expect(rowOf(running).getByText('In progress')).toBeInTheDocument();
  expect(actionsOf(running)).toContain('View progress');
  expect(actionsOf(running)).not.toContain('Delete');
  expect(rowOf(blocked).getByText('Stopped')).toBeInTheDocument();
  expect(actionsOf(blocked)).toEqual(expect.arrayContaining(['View problem', 'Delete']));
  expect(rowOf(undone).getByText('Deleted')).toBeInTheDocument();
  expect(rowOf(undone).queryByRole('button')).not.toBeInTheDocument();
  await click('connectAnother');
  expect(await see('signInSubmit')).toBeInTheDocument();
  await click('backToSetups');
  expect(await see('earlierSetups')).toBeInTheDocument();
});

describe('a finished setup', () => {
  const show = async (target: TargetChoice, missingTargets: TargetKind[]) => {
    const run = withId(aFinishedRun(aSetupRequest({ target }), { missingTargets }), 7);
    open({ runs: () => ({ runs: [aRunSummary(run)] }) });
    await see('earlierSetups');
    return run;
  };

  it('is not connected, and offers no chat, when its connector was deleted', async () => {
    const run = await show('connector', ['connector']);
    expect(rowOf(run).getByText('Not connected')).toBeInTheDocument();
    expect(rowOf(run).queryByText('Connected')).not.toBeInTheDocument();
    expect(actionsOf(run)).toEqual(expect.arrayContaining(['View problem', 'Delete']));
    expect(actionsOf(run)).not.toContain('Open AI Assistant');
    expect(actionsOf(run)).not.toContain('Ask a test question');
  });

  it('is partly connected when only its connector was deleted and its endpoint answers', async () => {
    const run = await show('both', ['connector']);
    expect(rowOf(run).getByText('Partly connected')).toBeInTheDocument();
    expect(actionsOf(run)).toEqual(
      expect.arrayContaining(['Open AI Assistant', 'Ask a test question', 'Delete']),
    );
  });

  it('is not connected when its endpoint was deleted and only its connector is left', async () => {
    const run = await show('both', ['inference_endpoint']);
    expect(rowOf(run).getByText('Not connected')).toBeInTheDocument();
  });
});

test('a stopped deletion differs from a running one', async () => {
  const removing: Run = { ...aFinishedRun(request), status: 'undoing', finishedAt: undefined };
  const goesOn = withId(removing, 5);
  const stopped = withId({ ...removing, problem: { code: 'azure_busy' } }, 6);
  open({ runs: () => ({ runs: [goesOn, stopped].map(aRunSummary) }) });
  await see('earlierSetups');
  expect(rowOf(goesOn).getByText('Being deleted')).toBeInTheDocument();
  expect(actionsOf(goesOn)).toContain('View progress');
  expect(rowOf(stopped).getByText('Deletion stopped')).toBeInTheDocument();
  expect(actionsOf(stopped)).toContain('View problem');
});

test('deleting a setup opens its dialog', async () => {
  open({ runs, run: () => ({ run: finished }), signIn: () => aSession() });
  await click(`deleteSetup-${finished.runId}`);
  expect(await see('undoModal')).toBeInTheDocument();
  expect(page.shown.history.location.search).toBe(`?run=${finished.runId}`);
});

test('without setups there is no list', async () => {
  open();
  await see('signInSubmit');
  expect(screen.queryByTestId('earlierSetups')).not.toBeInTheDocument();
});

test('a list that could not be read says so, can be read again and does not prevent the sign-in', async () => {
  let reads = 0;
  open({
    runs: () => {
      if (++reads === 1) throw failure({ code: 'unexpected' });
      return { runs: [aRunSummary(finished)] };
    },
  });
  expect(await see('signInSubmit')).toBeInTheDocument();
  expect(await see('problem-unexpected')).toBeInTheDocument();
  await click('setupsTryAgain');
  expect(await see('earlierSetups')).toBeInTheDocument();
});

test('people with the read privilege see the list without actions', async () => {
  page.show({
    answers: { runs },
    capabilities: { azureOpenaiSetup: { show: true, manage: false } },
  });
  expect(await see('noPrivilege')).toBeInTheDocument();
  expect(await see('earlierSetups')).toHaveTextContent(/Azure OpenAI - GPT-5\.2.*Connected/);
  expect(screen.queryByTestId(/^(earlierSetup|openSetup|deleteSetup)-/)).not.toBeInTheDocument();
});
