import { Readable } from 'node:stream';
import type { ActionTypeExecutorResult } from '@kbn/actions-plugin/server';
import { SetupError } from '../../../../common/problem';
import type { CalledProbe } from '../../../../common/run';
import { runProbe } from './probe';
import { toolName } from '../questions';

type Answer = Omit<ActionTypeExecutorResult, 'actionId'> | Error;

const done = (data: unknown): Answer => ({ status: 'ok', data });
const refused = (serviceMessage: string): Answer => ({ status: 'error', serviceMessage });

const stream = () =>
  done(
    Readable.from([
      'data: {"choices":[{"delta":{"content":"An index holds documents."}}]}\n\n',
      'data: [DONE]\n\n',
    ]),
  );
const call = () =>
  done({
    choices: [
      {
        message: { tool_calls: [{ function: { name: toolName, arguments: '{"index":"logs"}' } }] },
      },
    ],
  });

type Called = Exclude<CalledProbe, 'assistants'>;

/** Runs the probe against a connector with these answers, in order. */
async function probed(probe: Called, ...answers: Answer[]) {
  const asked: Array<{ subAction: unknown; body: unknown }> = [];
  const pauses: number[] = [];
  const result = await runProbe(probe, {
    temperature: 1,
    execute: async ({ subAction, subActionParams }) => {
      const body: unknown =
        typeof subActionParams === 'object' && subActionParams && 'body' in subActionParams
          ? JSON.parse(String(subActionParams.body))
          : undefined;
      asked.push({ subAction, body });
      const answer = answers[asked.length - 1] ?? new Error('asked too often');
      if (answer instanceof Error) throw answer;
      return { actionId: 'a', ...answer };
    },
    pause: async (milliseconds) => pauses.push(milliseconds),
  });
  return { result, asked, pauses };
}

describe('a probe', () => {
  it('asks for a stream as the assistants do', async () => {
    const { result, asked } = await probed('stream', stream());
    expect(result).toEqual({ probe: 'stream', status: 'pass' });
    expect(asked).toMatchObject([
      { subAction: 'stream', body: { stream: true, temperature: 1, tool_choice: 'none' } },
    ]);
  });

  it('asks for a call of a function', async () => {
    const { result, asked } = await probed('tools', call());
    expect(result).toEqual({ probe: 'tools', status: 'pass' });
    expect(asked).toMatchObject([
      { subAction: 'run', body: { tool_choice: { function: { name: toolName } } } },
    ]);
  });

  it('asks once more when a front end does not know the deployment yet', async () => {
    const missing = refused('Status code: 404. Message: API Error: Not Found - DeploymentNotFound');
    const { result, pauses } = await probed('tools', missing, call());
    expect(result.status).toBe('pass');
    expect(pauses).toEqual([3_000]);
  });

  it('does not ask a third time', async () => {
    const missing = refused('Status code: 404. Message: API Error: Not Found - No deployment');
    const { result, asked } = await probed('stream', missing, missing, stream());
    expect(result).toMatchObject({
      status: 'fail',
      problem: { code: 'deployment_not_found', azure: { code: '404' } },
    });
    expect(asked).toHaveLength(2);
  });

  it.each<[Called, string]>([
    ['stream', 'stream_failed'],
    ['tools', 'tool_call_failed'],
  ])('of %s reports a refusal in its own name, with the words of Azure', async (probe, code) => {
    const no = refused('Status code: 400. Message: API Error: Bad Request - Something else');
    const { result, asked } = await probed(probe, no);
    expect(result).toMatchObject({
      probe,
      status: 'fail',
      problem: {
        code,
        azure: { code: '400' },
      },
    });
    expect(result.problem?.azure?.message).toContain('Something else');
    expect(asked).toHaveLength(1);
  });

  it.each<[Called, string, string]>([
    ['tools', 'Function tools with reasoning_effort are not supported', 'tools_unsupported'],
    ['stream', "Unsupported value: 'temperature' does not support 0", 'parameter_unsupported'],
  ])('of %s that is refused for a known cause names it', async (probe, message, code) => {
    const no = refused(`Status code: 400. Message: API Error: Bad Request - ${message}`);
    expect((await probed(probe, no)).result).toMatchObject({ status: 'fail', problem: { code } });
  });

  it.each<Called>(['stream', 'tools'])('of %s ends when the caller aborts', async (probe) => {
    const controller = new AbortController();
    const pending = runProbe(probe, {
      temperature: 1,
      signal: controller.signal,
      execute: () => new Promise(() => {}),
    });
    controller.abort();
    expect(await pending).toMatchObject({ status: 'fail', problem: { code: 'answer_slow' } });
  });

  it('destroys a stream that comes after its end', async () => {
    const late = Readable.from(['data: x']);
    let answer = (_result: ActionTypeExecutorResult) => {};
    const result = new Promise<ActionTypeExecutorResult>((resolve) => (answer = resolve));
    const probe = await runProbe('stream', { temperature: 1, timeoutMs: 1, execute: () => result });
    expect(probe).toMatchObject({ problem: { code: 'answer_slow' } });
    answer({ actionId: 'a', status: 'ok', data: late });
    await result;
    expect(late.destroyed).toBe(true);
  });

  it('fails when the connector gives a text instead of a stream', async () => {
    const { result } = await probed('stream', done('data: [DONE]'));
    expect(result).toEqual({ probe: 'stream', status: 'fail', problem: { code: 'stream_failed' } });
  });

  it('fails when the stream breaks, and says how', async () => {
    const broken = new Readable({
      read() {
        this.destroy(new Error('socket hang up'));
      },
    });
    const { result } = await probed('stream', done(broken));
    expect(result).toMatchObject({ problem: { azure: { message: 'socket hang up' } } });
  });

  it('fails when Kibana refuses to execute the connector: a verdict, no throw', async () => {
    const no = new SetupError({ code: 'connector_privilege_missing', azure: { message: 'No.' } });
    const { result } = await probed('tools', no);
    expect(result).toMatchObject({
      status: 'fail',
      problem: { code: 'connector_privilege_missing' },
    });
  });
});
