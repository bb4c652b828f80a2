import { findRegion, openAiRegionsOf } from '../catalogue/regions';
import type { Reply } from '../http/message';
import { param } from '../http/path';
import { armError } from './arm_error';
import type { SubscriptionCall } from './call';

/** The location in a path has to be one in which Cognitive Services exist. */
export function locationRefusal({ state, cloud, params }: SubscriptionCall): Reply | undefined {
  const given = param(params, 'location');
  return findRegion(cloud, given, state.world)?.openAi
    ? undefined
    : armError(
        400,
        'NoRegisteredProviderFound',
        `No registered resource provider found for location '${given}' and API version '2025-09-01' for type 'locations/models'. The supported api-versions are '2026-05-01, 2025-09-01, 2025-06-01'. The supported locations are '${openAiRegionsOf(
          cloud,
          state.world,
        )
          .map(({ name }) => name)
          .join(', ')}'.`,
      );
}
