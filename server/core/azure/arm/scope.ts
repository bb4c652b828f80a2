import { orAbsent, translating } from './errors/errors';
import type { Scope } from '../azure';
import { scopePath } from '../arm_paths';

/** Asks at the account or group, and at the subscription while there is no such group. */
export async function atGroupOrAbove<T>(
  ref: Scope,
  ask: (scope: string) => Promise<T>,
): Promise<T> {
  const { subscriptionId } = ref;
  const found = await orAbsent(
    () => translating(ref, () => ask(scopePath(ref))),
    ['resource_group_not_found'],
  );
  return found ?? translating({ subscriptionId }, () => ask(`/subscriptions/${subscriptionId}`));
}
