import { orAbsent, translating } from './errors/errors';
import type { Scope } from '../azure';
import { scopePath } from '../arm_paths';

/** Calls at the account or group, or at the subscription if the group does not exist. */
export async function atGroupOrAbove<T>(
  ref: Scope,
  ask: (scope: string) => Promise<T>,
): Promise<T> {
  const { subscriptionId } = ref;
  const found = await orAbsent(
    translating(ref, () => ask(scopePath(ref))),
    ['resource_group_not_found'],
  );
  return found ?? translating({ subscriptionId }, () => ask(`/subscriptions/${subscriptionId}`));
}
