import { fail, type Check, type KibanaContext } from './check';

/** The OpenAI connector needs an Enterprise or Trial license. */
export const license: Check<KibanaContext> = {
  id: 'license',
  run: ({ home: { licenseSufficient, license: type } }) =>
    licenseSufficient ? [] : [fail({ code: 'license_insufficient', detail: { license: type } })],
};
