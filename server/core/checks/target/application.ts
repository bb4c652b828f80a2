import { sameText } from '../../../../common/values/same_text';
import { applicationIn } from '../../sign_in/application';
import { fail, type Check } from '../check';
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
    const found = applicationIn(request, entered);
    if (!found) return [fail({ code: 'application_secret_missing', field: 'clientSecret' })];
    return sameText(found.principalId, principal?.id)
      ? [fail({ code: 'application_is_sign_in', field: 'applicationId' })]
      : [];
  },
};
