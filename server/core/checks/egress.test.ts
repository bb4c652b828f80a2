import { egressVerdicts } from './egress';

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

const found = (...given: Parameters<typeof egressVerdicts>) =>
  egressVerdicts(...given).map(({ status, problem }) => [status, problem?.code]);

describe('the way to Azure', () => {
  it('is open when everything answers', () => {
    expect(found([], reached)).toEqual([['pass', undefined]]);
  });

  it('is warned of where sign-in or management cannot be reached', () => {
    expect(found([unreachable], reached)).toEqual([['warn', 'azure_unreachable']]);
  });

  it('to an endpoint that does not exist yet is not known for sure', () => {
    expect(found([], blocked)).toEqual([['unverified', 'endpoint_unreachable']]);
    expect(found([unreachable], blocked)).toHaveLength(2);
  });

  it('is not known for sure when no name server knows the host of a region', () => {
    expect(found([], unknown)).toEqual([['unverified', 'endpoint_unresolved']]);
  });
});
