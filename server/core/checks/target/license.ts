import { eachReadiness } from '../../targets/each_target';
import { fail, type Check, type KibanaContext } from '../check';

/** The OpenAI connector and inference endpoints need an Enterprise or Trial license. */
export const license: Check<KibanaContext> = {
  id: 'license',
  run({ readiness }) {
    const lacking = eachReadiness(readiness).find(({ licenseSufficient }) => !licenseSufficient);
    if (!lacking) return [];
    return [fail({ code: 'license_insufficient', detail: { license: lacking.license } })];
  },
};
