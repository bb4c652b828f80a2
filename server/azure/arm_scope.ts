import { orAbsent, translating } from './arm_errors';
import type { ResourceGroupRef } from './azure';
import { groupPath } from './portal_url';

/** Asks at the group, and at the subscription while there is no such group. */
export async function atGroupOrAbove<T>(
  ref: ResourceGroupRef,
  ask: (scope: string) => Promise<T>,
): Promise<T> {
  const { subscriptionId } = ref;
  const found = await orAbsent(
    () => translating(ref, () => ask(groupPath(ref))),
    ['resource_group_not_found'],
  );
  return found ?? translating({ subscriptionId }, () => ask(`/subscriptions/${subscriptionId}`));
}
