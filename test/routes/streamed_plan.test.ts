import type { Verdict } from '../../common/check';
import type { Plan } from '../../common/plan';
import { lineByLine, type StreamLine } from '../../common/route';
import { aSetupRequest } from '../support/builders/a_setup_request';
import { answerOf, ask, problem } from './support/ask';
import { useAzureKibana } from './support/use_azure_kibana';

const stage = useAzureKibana();
const headers = { accept: lineByLine };

test('the plan arrives line by line when the request accepts lines: each check, then the whole', async () => {
  const body = { session: stage.session, request: aSetupRequest() };
  const { text } = await ask(stage.kibana, 'plan', { body, headers });
  const lines = text
    .trim()
    .split('\n')
    .map((line): StreamLine<Plan, Verdict[]> => {
      // eslint-disable-next-line @typescript-eslint/no-unsafe-return -- the route table says what it is
      return JSON.parse(line);
    });
  const ended = lines.flatMap((line) =>
    'part' in line ? line.part.map(({ check }) => check) : [],
  );
  expect(ended.length).toBeGreaterThan(20);
  const output = lines.flatMap((line) => ('output' in line ? [line.output] : []));
  expect(output).toEqual([await answerOf(stage.kibana, 'plan', { body })]);
  expect(new Set(output[0]?.verdicts.map(({ check }) => check))).toEqual(new Set(ended));
});

test('the plan is refused as a whole when the sign-in cannot be read', async () => {
  const body = { session: 'unreadable', request: aSetupRequest() };
  expect(await ask(stage.kibana, 'plan', { body, headers })).toMatchObject(
    problem('session_unreadable'),
  );
});
