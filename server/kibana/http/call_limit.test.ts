import { createCallLimit } from './call_limit';

/** A pending call and the function that ends it. */
function pending() {
  let letGo: () => void = () => undefined;
  const done = new Promise<string>((resolve) => {
    letGo = () => resolve('done');
  });
  return { act: () => done, letGo };
}

const refused = { problem: { code: 'too_many_requests' } };
const at = async () => 'done';

describe('the call limit', () => {
  it('refuses a person one call too many, lets others through, and takes the next when one has ended', async () => {
    const limited = createCallLimit({ perPerson: 2, perNode: 10 });
    const calls = [pending(), pending()];
    const answers = calls.map(({ act }) => limited('ada', act));
    await expect(limited('ada', at)).rejects.toMatchObject(refused);
    await expect(limited('bob', at)).resolves.toBe('done');
    calls[0]?.letGo();
    await answers[0];
    await expect(limited('ada', at)).resolves.toBe('done');
    calls[1]?.letGo();
    await answers[1];
  });

  it('refuses every person when the node is at its limit', async () => {
    const limited = createCallLimit({ perPerson: 2, perNode: 2 });
    const calls = ['ada', 'bob'].map((person) => ({ person, ...pending() }));
    const answers = calls.map(({ person, act }) => limited(person, act));
    await expect(limited('cleo', at)).rejects.toMatchObject(refused);
    for (const { letGo } of calls) letGo();
    await Promise.all(answers);
    await expect(limited('cleo', at)).resolves.toBe('done');
  });

  it('forgets a call that failed', async () => {
    const limited = createCallLimit({ perPerson: 1, perNode: 1 });
    const fail = () => Promise.reject(new Error('no'));
    await expect(limited('ada', fail)).rejects.toThrow('no');
    await expect(limited('ada', at)).resolves.toBe('done');
  });
});
