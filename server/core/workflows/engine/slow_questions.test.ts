import { createFakeTarget, fakeTargets } from '../../../../test/support/fake_target';
import type { AnswerOptions } from '../../targets/target';
import { createSlowQuestions } from './slow_questions';

it('a question still redacts the keys that were sent when it outlasts its tick', async () => {
  const seen: Array<AnswerOptions | undefined> = [];
  const target = createFakeTarget();
  const { probe } = target;
  target.ask = async (_id, options) => {
    seen.push(options);
    return { status: 'failed', problem: { code: 'answer_refused' } };
  };
  target.probe = async (id, which, options) => {
    seen.push(options);
    return probe(id, which);
  };
  const kept = createSlowQuestions().keep(fakeTargets(target), 'run').connector;
  const options = { signal: new AbortController().signal, secrets: ['the key'] };
  await kept.ask('id', options);
  await kept.probe('id', 'stream', options);
  expect(seen).toEqual([{ secrets: ['the key'] }, { secrets: ['the key'] }]);
});
