import { shortenPauses } from './shorten_pauses';

afterEach(() => jest.useRealTimers());

test('shortenPauses shortens the pauses of what it runs, no time limit and no timer of others', async () => {
  jest.useFakeTimers();
  const over: string[] = [];
  const wait = (name: string, ms: number) => setTimeout(() => over.push(name), ms);
  const paced = shortenPauses(0.1);
  await paced(async () => {
    wait('pause', 2_000);
    await Promise.resolve();
    wait('later pause', 2_000);
    wait('time limit', 30_000);
  });
  wait('of others', 2_000);
  jest.advanceTimersByTime(200);
  expect(over).toEqual(['pause', 'later pause']);
  jest.advanceTimersByTime(1_800);
  expect(over).toEqual(['pause', 'later pause', 'of others']);
});
