import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ChatAnswer, Probe, Run } from '../../../common/run';
import { aSizeChange } from '../../../test/support/builders/a_size_change';
import { aFinishedRun, aRecommendation, aRunId } from '../../../test/support/builders/answers';
import { failure, type Answers } from '../../../test/support/page/fake_http';
import { click, isolatedPage, see } from '../../../test/support/page/page_driver';

const { request } = aRecommendation();
const search = `?run=${aRunId}`;
const user = userEvent.setup({ pointerEventsCheck: 0 });

const page = isolatedPage();

const show = (answers: Answers = {}, run: Run = aFinishedRun(request)) =>
  page.open({ run: () => ({ run }), ...answers }, { search });
/** A finished run whose first answer was tested in these ways. */
const probed = (...probes: Probe[]): Run => {
  const run = aFinishedRun(request);
  return run.answer ? { ...run, answer: { ...run.answer, probes } } : run;
};
const put = async (text: string) => user.type(await see('askField'), text);
const markup = '<b>Three</b> indices, **all** healthy.';

describe('the finished screen', () => {
  it('shows the first question and answer, and says what the connector can do', async () => {
    show(
      {},
      probed(
        { probe: 'stream', status: 'pass' },
        { probe: 'tools', status: 'fail', problem: { code: 'tool_call_failed' } },
      ),
    );
    expect(await see('doneAnswer')).toHaveTextContent('Hello from East US 2.');
    const heading = { name: 'GPT-5.2 answers, but failed a test' };
    expect(screen.getByRole('heading', heading)).toBeInTheDocument();
    expect(await see('probe-answers')).toHaveTextContent('Answers');
    expect(await see('probe-stream')).toHaveTextContent(/^Streaming$/);
    expect(await see('probe-tools')).toHaveTextContent('Tool calls: failed');
    expect(await see('problem-tool_call_failed')).toBeInTheDocument();
    expect(await see('doneTime')).toHaveTextContent('Set up in 1 min 35 s');
  });

  it('shows the same problem of several tests once', async () => {
    const problem = { code: 'parameter_unsupported' } as const;
    show(
      {},
      probed(
        { probe: 'assistants', status: 'fail', problem },
        { probe: 'stream', status: 'fail', problem },
        { probe: 'tools', status: 'fail', problem },
      ),
    );
    expect(await see('probe-tools')).toHaveTextContent('Tool calls: failed');
    expect(screen.getAllByTestId('problem-parameter_unsupported')).toHaveLength(1);
  });

  it('says that the model is connected when no test failed', async () => {
    show({}, probed({ probe: 'stream', status: 'pass' }));
    await see('probe-stream');
    expect(screen.getByRole('heading', { name: 'GPT-5.2 is connected' })).toBeInTheDocument();
  });

  it('says what was not tested, and why', async () => {
    const problem = { code: 'assistants_untested' } as const;
    show({}, probed({ probe: 'assistants', status: 'untested', problem }));
    expect(await see('probe-assistants')).toHaveTextContent('Assistants: not tested');
    expect(await see('problem-assistants_untested')).toHaveTextContent('plugin');
  });

  it('sends a question on Enter and shows the answer as plain text, announced once', async () => {
    const waiting: Array<(answer: ChatAnswer) => void> = [];
    show({ ask: () => new Promise<ChatAnswer>((resolve) => waiting.push(resolve)) });
    await put('How many{Shift>}{Enter}{/Shift}indices?{Enter}');
    expect(await see('askedQuestion')).toHaveTextContent('How many indices?');
    expect(page.shown.bodiesOf('ask')).toEqual([{ question: 'How many\nindices?' }]);
    await put('Another one{Enter}');
    expect(page.shown.callsOf('ask')).toHaveLength(1);
    waiting[0]?.({ text: markup, isCut: false, completionTokens: 9 });
    await waitFor(() => expect(screen.getByTestId('askedAnswer')).toHaveTextContent(markup));
    await waitFor(() =>
      expect(screen.getByTestId('announcement')).toHaveTextContent(`The model answered: ${markup}`),
    );
    expect(await see('askField')).toHaveValue('Another one');
  });

  it('says that a question is too long instead of cutting it, and does not send it', async () => {
    show();
    const field = await see('askField');
    fireEvent.change(field, { target: { value: 'x'.repeat(2_001) } });
    expect(field).toBeInvalid();
    expect(field).toHaveAccessibleDescription(/has 2,001 characters\. At most 2,000 are possible/);
    await user.type(field, '{Enter}');
    expect(page.shown.callsOf('ask')).toHaveLength(0);
    expect(field).toHaveValue('x'.repeat(2_001));
  });

  it('names the problem of a question, and takes the next one', async () => {
    let refusals = 0;
    show({
      ask: () => {
        refusals += 1;
        if (refusals === 1) throw failure({ code: 'content_filtered' });
        return { text: 'Yes.', isCut: true };
      },
    });
    await put('Something forbidden{Enter}');
    expect(await see('problem-content_filtered')).toBeInTheDocument();
    await put('Are you there?');
    await click('askSend');
    await waitFor(() => expect(screen.getAllByTestId('askedAnswer')).toHaveLength(1));
    expect(await screen.findByText('Yes.')).toBeInTheDocument();
    expect(screen.getByText(/longer than this page can show/)).toBeInTheDocument();
  });

  it('sends nothing for an empty question', async () => {
    show();
    await put('   {Enter}');
    expect(await see('askSend')).toHaveAttribute('aria-disabled', 'true');
    expect(page.shown.callsOf('ask')).toEqual([]);
  });
});

it('a change of the throughput says what it was, and offers nothing to delete', async () => {
  show({}, { ...aSizeChange('finished', aRunId), setUpId: undefined });
  expect(await see('changedText')).toHaveTextContent(request.deploymentName);
  expect(screen.queryByTestId('removeAll')).not.toBeInTheDocument();
});
