import { fail, type Check } from './check';
import { fittingTarget } from './fitting_target';

/** Without keys, the application that Elasticsearch signs in as has to be known, with its secret. */
export const application: Check = {
  id: 'application',
  unverified: 'azure_error',
  async run({ request, application: entered, principal }) {
    const { authentication, applicationId, target } = request;
    if (authentication !== 'entra_id') return [];
    if (target !== 'inference_endpoint') {
      return [fail({ code: 'application_needs_endpoint', field: 'target' }, fittingTarget)];
    }
    if (!applicationId) return [fail({ code: 'application_missing', field: 'applicationId' })];
    if (entered?.clientId.toLowerCase() !== applicationId.toLowerCase()) {
      return [fail({ code: 'application_secret_missing', field: 'clientSecret' })];
    }
    return entered.principalId.toLowerCase() === principal?.id.toLowerCase()
      ? [fail({ code: 'application_is_sign_in', field: 'applicationId' })]
      : [];
  },
};
