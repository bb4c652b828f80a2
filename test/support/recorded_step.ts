import type { AccountOption } from '../../common/options';
import type { SetupField, SetupRequest } from '../../common/setup_request';
import { aRecommendation, someOptions } from './builders/answers';

/** A fake of the form for choices; `said` has the changes. */
export function recordedStep(own: Partial<SetupRequest>, account: AccountOption) {
  const recommendation = aRecommendation();
  const reset: SetupField[] = [];
  const update: Partial<SetupRequest> = {};
  return {
    said: { reset, update },
    step: {
      request: { ...recommendation.request, ...own },
      recommendation,
      options: someOptions({ accounts: [account] }),
      update: (change: Partial<SetupRequest>) => void Object.assign(update, change),
      reset: (fields: readonly SetupField[]) => void reset.push(...fields),
    },
  };
}
