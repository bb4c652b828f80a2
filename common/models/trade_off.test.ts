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
const global = (free?: number) => type('GlobalStandard', free);
const anywhere = global(1_000);

describe('tradeOffOf', () => {
  const none = [undefined, undefined] as const;
  const unknown = type('Standard', undefined);
  const tokens = type('GlobalStandard', 100, { tokensPerUnit: 10_000 });
  const retiring = type('GlobalStandard', 1_000, { drawbacks: ['retires_soon'] });
  const all = [near, zone, anywhere];
  it.each([
    ['the type with the most quota', all, 'Standard', 'GlobalStandard', 7],
    ['the farther type only', all, 'DataZoneStandard', 'GlobalStandard', 3],
    ['the nearer of two', [near, zone, global(300)], 'Standard', 'DataZoneStandard', 2],
    ['tokens, not units', [near, tokens], 'Standard', 'GlobalStandard', 7],
    ['nothing for less than twice', [near, global(299)], 'Standard', ...none],
    ['nothing for the farthest type', all, 'GlobalStandard', ...none],
    ['nothing when the chosen quota is unknown', [unknown, anywhere], 'Standard', ...none],
    ['nothing when it is used up', [type('Standard', 0), anywhere], 'Standard', ...none],
    ['nothing when the other quota is unknown', [near, global()], 'Standard', ...none],
    ['nothing for a type that retires sooner', [near, retiring], 'Standard', ...none],
    ['nothing when the chosen type is not offered', [anywhere], 'Standard', ...none],
  ] as const)('names %s', (_what, types, chosen, deploymentType, timesTheQuota) => {
    const expected = deploymentType && { deploymentType, timesTheQuota };
    expect(tradeOffOf(types, chosen)).toEqual(expected);
  });
});
