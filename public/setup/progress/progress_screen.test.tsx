import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ComponentProps } from 'react';
import type { Problem } from '../../../common/problem';
import type { Run, RunStep } from '../../../common/run';
import { aSetupRequest } from '../../../test/support/builders/a_setup_request';
import {
  aBlockedRun,
  aFinishedRun,
  anUndoneRun,
  aRun,
  type RunIn,
} from '../../../test/support/builders/answers';
import { renderInPage } from '../../../test/support/page/render_in_page';
import { ProgressScreen } from './progress_screen';

const request = aSetupRequest();
const user = userEvent.setup({ pointerEventsCheck: 0 });
const startedAt = '2026-11-01T10:00:00.000Z';
const at = (seconds: number) => new Date(Date.parse(startedAt) + seconds * 1_000).toISOString();

type Props = ComponentProps<typeof ProgressScreen>;

function show(props: Partial<Props>) {
  const calls: string[] = [];
  const note = (name: string) => () => void calls.push(name);
  const element = (changed: Partial<Props>) => (
    <ProgressScreen
      resume={{ onClick: note('resume'), loading: false }}
      removeAgain={note('removeAgain')}
      onStop={note('stop')}
      onAnother={note('another')}
      onChangeValues={note('changeValues')}
      lookAgain={note('lookAgain')}
      onApplicationUsed={note('applicationUsed')}
      {...changed}
    />
  );
  const { announced, called, become } = renderInPage(element(props), {});
  return {
    announced,
    /** Of the screen, then of the page. */
    called: () => [...calls, ...called],
    become: (changed: Partial<Props>) => become(element({ ...props, ...changed })),
  };
}

const headline = () => screen.getByRole('heading', { level: 2 });
const row = (step: string) => screen.getByTestId(`runRow-${step}`);
const rows = () =>
  screen.getAllByRole('listitem').map((item) => item.dataset.testSubj?.replace('runRow-', ''));
const filled = () =>
  screen.getAllByRole('button').filter(({ className }) => className.includes('fill'));
const withLine = (run: Run, step: string, change: Partial<RunStep>): Run => {
  const steps = run.steps.map((line) =>
    line.step === step ? Object.assign({ ...line }, change) : line,
  );
  return { ...run, steps };
};
const read = (run: Run, seconds: number): Run => ({ ...run, readAt: at(seconds) });

describe('a setup under way', () => {
  test('has a live headline, the time that is left, its progress and no internal names', () => {
    show({ run: read(aRun(request, 3), 35) });
    expect(headline()).toHaveTextContent('Azure is deploying GPT-5.2');
    expect(screen.getByTestId('runTimeLeft')).toHaveTextContent('About 40 seconds left');
    expect(screen.getByRole('progressbar')).toHaveAttribute('aria-valuetext', '2 of 5 steps');
    expect(document.body).not.toHaveTextContent('Microsoft.CognitiveServices');
    expect(row('model_deployment')).toHaveTextContent('In progress');
    expect(row('first_answer')).toHaveTextContent('Test question to GPT-5.2');
    expect(screen.getByTestId('runNote')).toHaveTextContent(
      'You can close this page. Setup continues in the background.',
    );
    expect(filled()).toEqual([]);
  });

  test('shows the step that its headline names as in progress when the server has not begun it', () => {
    const begun = aRun(request, 0);
    const steps = begun.steps.map(({ step, name }) => ({ step, name, status: 'pending' }) as const);
    show({ run: read({ ...begun, steps }, 1) });
    expect(headline()).toHaveTextContent('Azure is creating resource group');
    expect(row('resource_group')).toHaveTextContent('In progress');
    expect(row('account')).toHaveTextContent('Waiting');
  });

  test('shows a registration that it carries out, and hides one that exists', () => {
    const { become } = show({ run: aRun(request, 1) });
    expect(rows()).not.toContain('provider_registration');
    become({ run: aRun(request, 0) });
    expect(rows()).toContain('provider_registration');
    become({ run: withLine(aRun(request, 1), 'provider_registration', { outcome: 'created' }) });
    expect(rows()).toContain('provider_registration');
  });

  test('counts by the clock of the server when that of the browser is wrong', () => {
    show({ run: read(aRun(request, 3), 35) });
    expect(row('model_deployment')).toHaveTextContent('5 s');
  });

  test('keeps the time of a finished step when a later read has another one', () => {
    const run = read(aRun(request, 3), 35);
    const { become } = show({ run });
    expect(row('resource_group')).toHaveTextContent('10 s');
    const later = { startedAt: at(10.4), finishedAt: at(12) };
    become({ run: withLine(read(aRun(request, 4), 45), 'resource_group', later) });
    expect(row('resource_group')).toHaveTextContent('10 s');
    expect(row('model_deployment')).toHaveTextContent('10 s');
  });

  test('announces each step once, and a long wait once', () => {
    const { announced, become } = show({ run: read(aRun(request, 3), 31) });
    become({ run: read(aRun(request, 3), 33) });
    become({ run: read(aRun(request, 4), 41) });
    // A read from another node with an older state.
    become({ run: read(aRun(request, 3), 42) });
    become({ run: read(aRun(request, 5), 51) });
    const problem: Problem = { code: 'deployment_not_found' };
    for (const seconds of [60, 62, 64]) {
      become({ run: read(withLine(aRun(request, 5), 'first_answer', { problem }), seconds) });
    }
    expect(announced).toEqual([
      'Azure is deploying GPT-5.2',
      'Kibana is creating the connector',
      'Kibana is testing GPT-5.2',
      'Azure can take up to 5 minutes to activate a new deployment.',
    ]);
    const live = [...document.querySelectorAll('[aria-live]')];
    expect(live.filter((element) => !element.closest('[aria-hidden="true"]'))).toEqual([]);
  });

  test('says how long a wait can take and has taken instead of a time that is left', () => {
    const problem: Problem = { code: 'deployment_not_found' };
    show({ run: read(withLine(aRun(request, 5), 'first_answer', { problem }), 180) });
    expect(screen.getByTestId('runSlow')).toHaveTextContent(
      'Azure can take up to 5 minutes to activate a new deployment. 2:10 elapsed.',
    );
    expect(screen.queryByTestId('runTimeLeft')).not.toBeInTheDocument();
  });

  test('explains a slow step without a reason', () => {
    show({ run: read(aRun(request, 2), 110) });
    expect(screen.getByTestId('runSlow')).toHaveTextContent(
      'Azure can take up to 10 minutes to create an Azure OpenAI resource. 1:30 elapsed.',
    );
  });

  test('of a change of throughput says what changes, and deletes nothing', () => {
    const line = { step: 'deployment_capacity', name: 'gpt-mine' } as const;
    const change = { ...aRun(request, 0), workflow: 'change_size' } as const;
    const running = { ...line, status: 'running', startedAt } as const;
    const { become } = show({ run: read({ ...change, steps: [running] }, 3) });
    expect(headline()).toHaveTextContent('Azure is changing the throughput of gpt-5.2');
    expect(rows()).toEqual(['deployment_capacity']);
    expect(screen.getByTestId('runNote')).toHaveTextContent('The change continues');
    expect(screen.queryByTestId('stopButton')).not.toBeInTheDocument();
    const problem: Problem = { code: 'azure_busy' };
    const failed = { ...line, status: 'failed', startedAt, problem } as const;
    become({ run: { ...change, status: 'blocked', problem, steps: [failed] } });
    expect(headline()).toHaveTextContent('The throughput change stopped');
    expect(screen.queryByTestId('stopButton')).not.toBeInTheDocument();
    expect(screen.queryByTestId('changeValues')).not.toBeInTheDocument();
  });
});

describe('a setup that stopped', () => {
  const cures: Array<[string, Problem, string]> = [
    ['Try again', { code: 'azure_busy' }, 'resume'],
    ['Sign in again', { code: 'session_expired' }, 'signIn'],
    ['Change: Region', { code: 'insufficient_quota', field: 'location' }, 'location'],
  ];
  test.each(cures)('has one filled button, "%s", above its rows', async (name, problem, action) => {
    const { called } = show({ run: aBlockedRun(request, 3, problem) });
    expect(headline()).toHaveTextContent('Setup stopped');
    const callout = await screen.findByTestId(`problem-${problem.code}`);
    expect(screen.queryByRole('progressbar')).not.toBeInTheDocument();
    const [button, ...others] = filled();
    expect(others).toEqual([]);
    expect(button).toHaveTextContent(name);
    expect(callout).toContainElement(button ?? null);
    expect(
      callout.compareDocumentPosition(row('resource_group')) & Node.DOCUMENT_POSITION_FOLLOWING,
    ).toBeTruthy();
    await user.click(within(callout).getByRole('button', { name }));
    expect(called()).toEqual([action]);
  });

  test('keeps what it created until the person deletes it, and can continue with other values', async () => {
    const { called } = show({ run: aBlockedRun(request, 3, { code: 'azure_busy' }) });
    expect(screen.getByTestId('runNote')).toHaveTextContent('Created resources were kept.');
    const remove = screen.getByRole('button', { name: 'Delete created resources' });
    expect(
      remove.compareDocumentPosition(row('resource_group')) & Node.DOCUMENT_POSITION_FOLLOWING,
    ).toBeTruthy();
    await user.click(remove);
    await user.click(screen.getByRole('button', { name: 'Change values' }));
    await user.click(screen.getByRole('button', { name: 'Connect another model' }));
    expect(called()).toEqual(['stop', 'changeValues', 'another']);
  });

  test('shows at the top why it could not be resumed', async () => {
    const resume = {
      onClick: () => undefined,
      loading: false,
      problem: { code: 'run_not_resumable' } as const,
    };
    show({ run: aBlockedRun(request, 2, { code: 'azure_busy' }), resume });
    expect(await screen.findByTestId('problem-run_not_resumable')).toBeInTheDocument();
    expect(within(row('account')).getByTestId('runWaiting')).toBeInTheDocument();
  });
});

describe('a removal', () => {
  const undoing = (run: Run): RunIn<'undoing'> => {
    const { problem: _problem, finishedAt: _finishedAt, ...rest } = run;
    const steps = run.steps.map(({ step, name, outcome }): RunStep => ({
      ...{ step, name, status: 'pending' },
      ...(outcome && { outcome }),
    }));
    return { ...rest, status: 'undoing', steps };
  };

  test('starts with the last resource and shows its own progress', () => {
    show({ run: undoing(aFinishedRun(request)) });
    expect(headline()).toHaveTextContent('Kibana is deleting the connector');
    expect(row('target')).toHaveTextContent('In progress');
    expect(row('account')).toHaveTextContent('Waiting');
    expect(rows()).toEqual(['resource_group', 'account', 'model_deployment', 'target']);
    expect(screen.getByRole('progressbar')).toHaveAttribute(
      'aria-valuetext',
      '0 of 4 resources deleted',
    );
    expect(screen.getByTestId('runNote')).toHaveTextContent('Deletion continues');
    expect(screen.queryByTestId('runTimeLeft')).not.toBeInTheDocument();
    expect(document.body).not.toHaveTextContent(/creat|Setup continues/);
  });

  test('counts only what it deletes, and its headline names nothing that it keeps', () => {
    const run = withLine(undoing(aFinishedRun(request)), 'resource_group', { outcome: 'reused' });
    const { become } = show({ run });
    const counted = () => screen.getByRole('progressbar').getAttribute('aria-valuetext');
    expect(counted()).toBe('0 of 3 resources deleted');
    const problem: Problem = { code: 'resource_not_empty' };
    const kept = { status: 'kept', outcome: 'created', problem } as const;
    let settled = withLine(run, 'resource_group', kept);
    for (const step of ['account', 'model_deployment', 'target']) {
      settled = withLine(settled, step, { status: 'removed', finishedAt: at(9) });
    }
    become({ run: settled });
    expect(counted()).toBe('3 of 3 resources deleted');
    expect(headline()).toHaveTextContent('Deleting created resources');
    expect(row('resource_group')).toHaveTextContent('Kept');
  });

  test('that stopped says why and continues', async () => {
    const run: Run = {
      ...undoing(aFinishedRun(request)),
      status: 'undoing',
      problem: { code: 'azure_busy' },
    };
    const { called } = show({ run });
    expect(headline()).toHaveTextContent('Deletion stopped');
    expect(await screen.findByTestId('problem-azure_busy')).toBeInTheDocument();
    expect(filled().map(({ textContent }) => textContent)).toEqual(['Continue deleting']);
    await user.click(screen.getByTestId('removeRest'));
    expect(called()).toEqual(['removeAgain']);
  });

  test('ends with everything deleted and the way to another model', async () => {
    const { called } = show({ run: anUndoneRun(aFinishedRun(request)) });
    expect(headline()).toHaveTextContent('Everything was deleted');
    expect(row('account')).toHaveTextContent('Deleted');
    expect(filled().map(({ textContent }) => textContent)).toEqual(['Connect another model']);
    await user.click(screen.getByTestId('setUpAnother'));
    expect(called()).toEqual(['another']);
  });

  test('that keeps existing resources says that created ones were deleted', () => {
    const undone = anUndoneRun(aFinishedRun(request));
    const steps = undone.steps.map((line) =>
      line.step === 'resource_group'
        ? ({ ...line, outcome: 'reused', status: 'kept', finishedAt: undefined } as const)
        : line,
    );
    show({ run: { ...undone, steps } });
    expect(row('resource_group')).toHaveTextContent('Kept');
    expect(headline()).toHaveTextContent('Everything that setup created was deleted');
  });

  test('names at the top what keeps a resource, once, and offers to delete the rest', async () => {
    const undone = anUndoneRun(aFinishedRun(request));
    const problem: Problem = { code: 'scope_locked_for_removal' };
    const kept = { status: 'kept', problem } as const;
    show({ run: withLine(withLine(undone, 'resource_group', kept), 'account', kept) });
    expect(headline()).toHaveTextContent('Some resources were kept');
    expect(await screen.findAllByTestId('problem-scope_locked_for_removal')).toHaveLength(1);
    expect(filled().map(({ textContent }) => textContent)).toEqual(['Delete the rest']);
  });

  test.each([
    [{ undone: 'restored' }, 'This space has no default model again.'],
    [
      { former: 'id', formerName: 'Company model', undone: 'restored' },
      '"Company model" is the default model of this space again.',
    ],
    [
      { former: 'id', formerName: 'Company model', undone: 'former_gone' },
      'The previous default model, "Company model", no longer exists. This space has no default model now.',
    ],
    [{ undone: 'changed' }, 'was changed since, so it stays as it is'],
  ] as const)('says what became of the default model when it is %j', (defaultModel, text) => {
    show({ run: { ...anUndoneRun(aFinishedRun(request)), defaultModel } });
    expect(screen.getByTestId('defaultModelUndone')).toHaveTextContent(text);
  });

  test('says why the former default model was not restored', () => {
    const problem = { code: 'default_model_privilege_missing' } as const;
    show({ run: { ...anUndoneRun(aFinishedRun(request)), defaultModel: { problem } } });
    expect(screen.getByTestId('problem-default_model_privilege_missing')).toHaveTextContent(
      /still the default model of this space/,
    );
  });

  test('of a setup that created nothing deletes nothing', () => {
    show({ run: anUndoneRun(aRun(request, 1)) });
    expect(headline()).toHaveTextContent('Setup was canceled');
    expect(row('account')).toHaveTextContent('Nothing to delete');
  });
});

test('a lost connection is shown above the last known state', async () => {
  const lost: Problem = { code: 'kibana_unreachable' };
  show({ run: read(aRun(request, 3), 35), lost });
  expect(await screen.findByTestId('problem-kibana_unreachable')).toHaveTextContent(
    'This page shows the last known state and keeps trying.',
  );
  expect(headline()).toHaveTextContent('Azure is deploying GPT-5.2');
});

test('a run that cannot be read is read again, and one that does not exist leads to a new setup', async () => {
  const { become, called } = show({ lost: { code: 'unexpected' } });
  await user.click(await screen.findByTestId('runTryAgain'));
  expect(called()).toEqual(['lookAgain']);
  become({ lost: { code: 'run_not_found' } });
  expect(headline()).toHaveTextContent("This setup wasn't found");
  expect(filled().map(({ textContent }) => textContent)).toEqual(['Start a new setup']);
});
