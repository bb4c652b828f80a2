import { fail, type KibanaCheck } from './check';

/** The OpenAI connector needs an Enterprise or Trial license. */
export const license: KibanaCheck = {
  id: 'license',
  about: 'kibana',
  run: ({ licenseSufficient, license: type }) =>
    licenseSufficient ? [] : [fail({ code: 'license_insufficient', detail: { license: type } })],
};
