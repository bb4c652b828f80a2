import { fail, type KibanaCheck } from './check';

/** The OpenAI connector needs an Enterprise or Trial licence. */
export const licence: KibanaCheck = {
  id: 'licence',
  about: 'kibana',
  run: ({ licenceSufficient, licence: type }) =>
    licenceSufficient ? [] : [fail({ code: 'licence_insufficient', detail: { licence: type } })],
};
