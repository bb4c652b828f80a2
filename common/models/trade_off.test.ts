import type { ModelDrawback } from '../options';
import type { DeploymentType } from '../setup_request';
import { tradeOffOf } from './trade_off';

const type = (
  deploymentType: DeploymentType,
  free: number | undefined,
  {
    tokensPerUnit = 1_000,
    drawbacks = [],
  }: { tokensPerUnit?: number; drawbacks?: ModelDrawback[] } = {},
) => ({ deploymentType, ...(free !== undefined && { free }), tokensPerUnit, drawbacks });

const near = type('Standard', 150);
const zone = type('DataZoneStandard', 300);
const anywhere = type('GlobalStandard', 1_000);

describe('tradeOffOf', () => {
  it.each([
    [
      'the type with the most quota',
      [near, zone, anywhere],
      'Standard',
      { deploymentType: 'GlobalStandard', timesTheQuota: 7 },
    ],
    [
      'the farther type only',
      [near, zone, anywhere],
      'DataZoneStandard',
      { deploymentType: 'GlobalStandard', timesTheQuota: 3 },
    ],
    [
      'the nearer of two equal types',
      [near, zone, type('GlobalStandard', 300)],
      'Standard',
      { deploymentType: 'DataZoneStandard', timesTheQuota: 2 },
    ],
    [
      'tokens, not units',
      [near, type('GlobalStandard', 100, { tokensPerUnit: 10_000 })],
      'Standard',
      { deploymentType: 'GlobalStandard', timesTheQuota: 7 },
    ],
    ['nothing for less than twice', [near, type('GlobalStandard', 299)], 'Standard', undefined],
    ['nothing for the farthest type', [near, zone, anywhere], 'GlobalStandard', undefined],
    [
      'nothing when the quota of the chosen type is unknown',
      [type('Standard', undefined), anywhere],
      'Standard',
      undefined,
    ],
    [
      'nothing when the quota of the chosen type is used up',
      [type('Standard', 0), anywhere],
      'Standard',
      undefined,
    ],
    [
      'nothing when the other quota is unknown',
      [near, type('GlobalStandard', undefined)],
      'Standard',
      undefined,
    ],
    [
      'nothing for a type that retires sooner',
      [near, type('GlobalStandard', 1_000, { drawbacks: ['retires_soon'] })],
      'Standard',
      undefined,
    ],
    ['nothing when the chosen type is not offered', [anywhere], 'Standard', undefined],
  ] as const)('names %s', (_what, types, chosen, expected) => {
    expect(tradeOffOf(types, chosen)).toEqual(expected);
  });
});
