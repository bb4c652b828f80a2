import { unlessSetupError, valuesOf, withDetail, type Problem } from '../../../../common/problem';
import type { CheckContext } from '../../checks/check';
import { inTime } from '../../in_time';

/** Milliseconds. Usually cached, because the checks read the list, too. */
const deadline = 2_000;

/** Adds the display name of the problem's region as `region`, if available. */
export async function withRegionName<Found extends { problem?: Problem | undefined }>(
  found: Found,
  { azure, request: { subscriptionId, kind } }: Pick<CheckContext, 'azure' | 'request'>,
): Promise<Found> {
  const { problem } = found;
  const { location } = valuesOf(problem);
  if (!problem || location === undefined) return found;
  const regions = await unlessSetupError(inTime(azure.regions(subscriptionId, kind), deadline));
  const region = regions?.find(({ name }) => name === location)?.displayName;
  return { ...found, problem: withDetail(problem, { region }) };
}
