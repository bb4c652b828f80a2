import { aPlan } from '../../test/support/builders/answers';
import { aSetupRequest } from '../../test/support/builders/a_setup_request';
import { coreWith } from '../../test/support/page/fake_core';
import { failure } from '../../test/support/page/fake_http';
import type { Verdict } from '../../common/check';
import { callStreamed } from './client';

const request = aSetupRequest();
const input = { body: { session: 'sealed-session', request } };
const plan = aPlan(request);
const pass: Verdict = { check: 'quota', status: 'pass' };

/** Kibana's http, which returns this body. */
function httpWith(body: ReadableStream<Uint8Array>) {
  const { core } = coreWith({});
  // eslint-disable-next-line @typescript-eslint/no-unsafe-return -- as over the wire, where nothing has a type
  const post = async <T>(): Promise<T> => JSON.parse('{}', () => ({ response: { body } }));
  return { ...core.http, post };
}

/** Kibana's http, which returns these chunks of text. */
function httpOf(...pieces: Array<string | Error>) {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of pieces) {
        if (piece instanceof Error) return controller.error(piece);
        controller.enqueue(new TextEncoder().encode(piece));
      }
      controller.close();
    },
  });
  return httpWith(body);
}

const streamed = (...pieces: Array<string | Error>) => {
  const parts: Verdict[][] = [];
  const answer = callStreamed(httpOf(...pieces), 'plan', input, (part) => parts.push(part));
  return { parts, answer };
};

const line = (value: object) => `${JSON.stringify(value)}\n`;

test('callStreamed passes on each part, also when a line arrives in pieces', async () => {
  const whole = line({ part: [pass] }) + line({ part: [] }) + line({ output: plan });
  const { parts, answer } = streamed(whole.slice(0, 7), whole.slice(7, 50), whole.slice(50));
  expect(await answer).toEqual(plan);
  expect(parts).toEqual([[pass], []]);
});

test('callStreamed throws the problem that ended the answer', async () => {
  const { answer } = streamed(line({ part: [pass] }), line({ problem: { code: 'azure_busy' } }));
  await expect(answer).rejects.toMatchObject({ problem: { code: 'azure_busy' } });
});

test.each([
  ['before its end', [line({ part: [pass] })]],
  ['in the middle of a line', [line({ part: [pass] }), '{"outp']],
  ['with an error', [line({ part: [pass] }), new TypeError('network error')]],
])(
  'callStreamed says that Kibana cannot be reached when the answer breaks off %s',
  async (_where, pieces) => {
    await expect(streamed(...pieces).answer).rejects.toMatchObject({
      problem: { code: 'kibana_unreachable' },
    });
  },
);

test('callStreamed throws an error of `onPart` and stops reading', async () => {
  const stopped = jest.fn();
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new TextEncoder().encode(line({ part: [pass] }))),
    cancel: stopped,
  });
  const mistake = new TypeError('Made up.');
  const answer = callStreamed(httpWith(body), 'plan', input, () => {
    throw mistake;
  });
  await expect(answer).rejects.toBe(mistake);
  expect(stopped).toHaveBeenCalled();
});

test('callStreamed reads the problem of a refused request, whose body Kibana leaves unread', async () => {
  const { core } = coreWith({
    plan: () => {
      throw failure({ code: 'session_expired' });
    },
  });
  await expect(callStreamed(core.http, 'plan', input, () => undefined)).rejects.toMatchObject({
    problem: { code: 'session_expired' },
  });
});
