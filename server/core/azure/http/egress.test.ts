import { valuesOf } from '../../../../common/problem';
import { useSimulatedAzure } from '../../../../test/support/simulated_azure';
import { checkEgress } from './egress';

const simulator = useSimulatedAzure();

const check = () => checkEgress(simulator().transport('public'), 'public');

describe('the connection to the sign-in and management hosts', () => {
  it('is open when both respond as Azure, even with an error', async () => {
    expect(await check()).toEqual([]);
    const action = { status: 503, code: 'Busy', message: 'Busy.' };
    simulator().state.faults = [{ match: { host: 'management', method: 'GET' }, action }];
    expect(await check()).toEqual([]);
  });

  it.each([
    [{ html: 200 }, 'answer_not_azure'],
    [{ html: 403 }, 'answer_not_azure'],
    [{ body: '' }, 'answer_not_azure'],
    [{ html: 407 }, 'proxy_authentication_required'],
    ['reset', 'azure_unreachable'],
    [{ redirect: 'https://login.example.com/' }, 'azure_host_refused'],
  ] as const)('is not when a gateway answers: %j', async (action, code) => {
    simulator().state.faults = [{ match: { host: '.', method: 'GET' }, action }];
    const problems = await check();
    expect(problems.map((problem) => problem.code)).toEqual([code, code]);
    expect(valuesOf(problems[0]).host).toMatch(/^(login|management|login.example)\./);
  });

  it('is not when the proxy refuses, or shows a foreign certificate', async () => {
    const match = { method: 'CONNECT' };
    simulator().state.faults = [
      { match, action: { status: 407, code: 'Proxy Authentication Required', message: '' } },
    ];
    expect((await check()).map(({ code }) => code)).toContain('proxy_authentication_required');
    simulator().reset('empty', 'instant');
    simulator().state.faults = [{ match, action: 'untrusted' }];
    expect(new Set((await check()).map(({ code }) => code))).toEqual(new Set(['azure_untrusted']));
  });
});
