import { SetupError, type Problem } from '../../../common/problem';
import { aCheckContext } from '../../../test/support/builders/a_check_context';
import { createFakeEndpoint } from '../../../test/support/fake_target';
import { azureInProcess } from '../../../test/support/azure_in_process';
import { fail, verdictsOf, warn, type Check, type Remedy } from './check';

const check = (run: Check['run']): Check => ({
  id: 'quota',
  unverified: 'quota_unreadable',
  run,
});

async function judged(run: Check['run']) {
  const reported: unknown[] = [];
  const report = (error: unknown) => void reported.push(error);
  const verdicts = await verdictsOf(check(run), {
    ...(await aCheckContext(azureInProcess())),
    report,
  });
  return { verdicts, reported };
}

const refusing = (problem: Problem) => judged(() => Promise.reject(new SetupError(problem)));

describe('a check', () => {
  it('passes when it finds nothing, and gives a verdict for each finding', async () => {
    expect((await judged(async () => [])).verdicts).toEqual([{ check: 'quota', status: 'pass' }]);
    const found = [fail({ code: 'quota_missing' }), warn({ code: 'quota_low' })];
    expect((await judged(async () => found)).verdicts).toEqual([
      { check: 'quota', status: 'fail', problem: { code: 'quota_missing' } },
      { check: 'quota', status: 'warn', problem: { code: 'quota_low' } },
    ]);
  });

  it('gives no verdict when there is nothing to check', async () => {
    expect(await judged(async () => undefined)).toEqual({ verdicts: [], reported: [] });
  });

  it('gives no verdict when it belongs to another target', async () => {
    const context = { ...(await aCheckContext(azureInProcess())), report: () => {} };
    const readiness = { inference_endpoint: await createFakeEndpoint().readiness() };
    const found = check(async () => [fail({ code: 'connector_type_disabled' })]);
    const ofConnector: Check = { ...found, target: 'connector' };
    expect(await verdictsOf(ofConnector, { ...context, readiness })).toEqual([]);
    expect(await verdictsOf(found, { ...context, readiness })).toHaveLength(1);
  });

  it('is unverified, with Azure’s message and the missing permission, when Azure refuses', async () => {
    const azure = { code: 'AuthorizationFailed', message: 'No.' };
    const detail = { action: 'x/read', scope: '/subscriptions/s' };
    const { verdicts, reported } = await refusing({ code: 'authorization_failed', azure, detail });
    expect(verdicts).toEqual([
      {
        check: 'quota',
        status: 'unverified',
        problem: { code: 'quota_unreadable', azure, detail },
      },
    ]);
    expect(reported).toEqual([]);
  });

  it('is unverified when the provider is not registered yet', async () => {
    const { verdicts } = await refusing({ code: 'provider_not_registered' });
    expect(verdicts).toMatchObject([
      { status: 'unverified', problem: { code: 'known_after_registration' } },
    ]);
  });

  it('is unverified and reports the error when it throws a programming error', async () => {
    const mistake = new TypeError('x is not a function');
    const { verdicts, reported } = await judged(() => Promise.reject(mistake));
    expect(verdicts).toMatchObject([
      { status: 'unverified', problem: { code: 'quota_unreadable' } },
    ]);
    expect(reported).toEqual([mistake]);
  });

  const broken: Remedy = () => Promise.reject(new SetupError({ code: 'azure_busy' }));
  const endless: Remedy = () => new Promise(() => undefined);
  const found = { code: 'use_name', change: { accountName: 'b' } } as const;

  it('keeps its finding and the other remedies when one remedy fails', async () => {
    const mistake = new TypeError('x is not a function');
    const { verdicts, reported } = await judged(async () => [
      fail({ code: 'quota_missing' }, broken, async () => [found]),
      fail({ code: 'insufficient_quota' }, () => Promise.reject(mistake)),
    ]);
    expect(verdicts).toEqual([
      { check: 'quota', status: 'fail', problem: { code: 'quota_missing' }, fixes: [found] },
      { check: 'quota', status: 'fail', problem: { code: 'insufficient_quota' } },
    ]);
    expect(reported).toEqual([mistake]);
  });

  it('keeps its finding when the search for a remedy never ends', async () => {
    jest.useFakeTimers();
    try {
      const hanging = judged(async () => [fail({ code: 'quota_missing' }, endless, found)]);
      await jest.advanceTimersByTimeAsync(20_000);
      expect((await hanging).verdicts).toEqual([
        { check: 'quota', status: 'fail', problem: { code: 'quota_missing' }, fixes: [found] },
      ]);
    } finally {
      jest.useRealTimers();
    }
  });

  it('is unverified when it never ends', async () => {
    jest.useFakeTimers();
    try {
      const hanging = judged(() => new Promise(() => undefined));
      await jest.advanceTimersByTimeAsync(10_000);
      expect((await hanging).verdicts).toEqual([
        { check: 'quota', status: 'unverified', problem: { code: 'azure_busy' } },
      ]);
    } finally {
      jest.useRealTimers();
    }
  });
});
