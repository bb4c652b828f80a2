import { fail, pass, type KibanaCheck } from './check';

/** The OpenAI connector needs an Enterprise or Trial licence. */
export const licence: KibanaCheck = {
  id: 'licence',
  about: 'kibana',
  run: ({ licenceSufficient, licence: type }) =>
    licenceSufficient
      ? pass('licence')
      : fail('licence', { code: 'licence_insufficient', detail: { licence: type } }),
};
