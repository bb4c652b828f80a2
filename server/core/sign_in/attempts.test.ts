import { problemOf } from '../../../test/support/adapter_stage';
import { createAttempts } from './attempts';

const minute = 60_000;
const limits = [{ key: 'person:ada', most: 3 }];

function clock() {
  let at = 1_000;
  return { now: () => at, pass: (milliseconds: number) => (at += milliseconds) };
}

const begun = async (begin: ReturnType<typeof createAttempts>, given = limits) => begin(given);

describe('attempts', () => {
  it('are refused with the time to wait when there were too many, until the oldest no longer counts', async () => {
    const { now, pass } = clock();
    const begin = createAttempts(now);
    begin(limits);
    pass(minute);
    begin(limits);
    begin(limits);
    expect(await problemOf(begun(begin))).toEqual({
      code: 'sign_in_too_often',
      detail: { seconds: 9 * 60 },
    });
    pass(9 * minute);
    await expect(begun(begin)).resolves.toBeDefined();
    expect(await problemOf(begun(begin))).toMatchObject({ code: 'sign_in_too_often' });
  });

  it('count while they are in progress, and not after they are withdrawn', async () => {
    const begin = createAttempts();
    const back = [begin(limits), begin(limits), begin(limits)];
    expect(await problemOf(begun(begin))).toMatchObject({ code: 'sign_in_too_often' });
    for (const takeBack of back) takeBack();
    await expect(begun(begin)).resolves.toBeDefined();
  });

  it('count for each key alone, and a refused one counts for none', async () => {
    const begin = createAttempts();
    const both = [{ key: 'person:bob', most: 9 }, ...limits];
    for (const _ of limits.concat(limits, limits)) begin(limits);
    expect(await problemOf(begun(begin, both))).toMatchObject({ code: 'sign_in_too_often' });
    await expect(begun(begin, [{ key: 'person:bob', most: 1 }])).resolves.toBeDefined();
  });

  it('are limited to ten thousand keys, of which the oldest is dropped', async () => {
    const begin = createAttempts();
    for (let index = 0; index <= 10_000; index += 1) begin([{ key: `person:${index}`, most: 1 }]);
    await expect(begun(begin, [{ key: 'person:0', most: 1 }])).resolves.toBeDefined();
    expect(await problemOf(begun(begin, [{ key: 'person:10000', most: 1 }]))).toMatchObject({
      code: 'sign_in_too_often',
    });
  });
});
