import { fail, type Check, type KibanaContext } from './check';

/** The OpenAI connector needs an Enterprise or Trial license. */
export const license: Check<KibanaContext> = {
  id: 'license',
  run: ({ readiness: { licenseSufficient, license: type } }) =>
    licenseSufficient ? [] : [fail({ code: 'license_insufficient', detail: { license: type } })],
};
