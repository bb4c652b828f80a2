import { egress, type EgressContext } from './egress';
import { verdictsOf } from '../check';
import { createFakeTarget } from '../../../../test/support/fake_target';

const unreachable = {
  code: 'azure_unreachable',
  detail: { host: 'management.azure.com' },
} as const;
const host = 'eastus2.api.cognitive.microsoft.com';
const blocked = {
  host,
  reach: { status: 'blocked', problem: { code: 'endpoint_unreachable' } },
} as const;
const reached = { host, reach: { status: 'reached' } } as const;
const unknown = { host, reach: { status: 'unknown' } } as const;

async function found(
  hosts: EgressContext['unreachable'],
  endpoint: EgressContext['endpoint'],
): Promise<Array<[string, string | undefined]>> {
  const report = (error: unknown) => {
    throw error;
  };
  const readiness = { connector: await createFakeTarget().readiness() };
  const verdicts = await verdictsOf(egress, { readiness, unreachable: hosts, endpoint, report });
  expect(verdicts.every(({ check }) => check === 'egress')).toBe(true);
  return verdicts.map(({ status, problem }) => [status, problem?.code]);
}

describe('egress', () => {
  it('passes when all hosts respond', async () => {
    expect(await found([], reached)).toEqual([['pass', undefined]]);
  });

  it('warns when sign-in or management cannot be reached', async () => {
    expect(await found([unreachable], reached)).toEqual([['warn', 'azure_unreachable']]);
  });

  it('is unverified when the regional endpoint is blocked', async () => {
    expect(await found([], blocked)).toEqual([['unverified', 'endpoint_unreachable']]);
    expect(await found([unreachable], blocked)).toHaveLength(2);
  });

  it('is unverified when the regional host does not resolve', async () => {
    expect(await found([], unknown)).toEqual([['unverified', 'endpoint_unresolved']]);
  });
});
