import { SetupError } from '../../../../common/problem';
import { sameText } from '../../../../common/values/same_text';
import { applicationIn } from '../../sign_in/application';
import { fail, type Check, type Finding } from '../check';
import { fittingTarget } from './fitting_target';

/** The secret can have expired or been deleted since it was entered. */
async function refusalOf(attempt: Promise<void> | undefined): Promise<Finding[]> {
  try {
    await attempt;
    return [];
  } catch (error) {
    if (!(error instanceof SetupError) || !error.problem.field) throw error;
    return [fail(error.problem)];
  }
}

/** A keyless setup needs the application that Elasticsearch signs in as, and its secret. */
export const application: Check = {
  id: 'application',
  unverified: 'azure_error',
  async run({ request, application: entered, principal, tryApplication }) {
    const { authentication, applicationId, target } = request;
    if (authentication !== 'entra_id') return undefined;
    if (target !== 'inference_endpoint') {
      return [fail({ code: 'application_needs_endpoint', field: 'target' }, fittingTarget)];
    }
    if (!applicationId) return [fail({ code: 'application_missing', field: 'applicationId' })];
    const found = applicationIn(request, entered);
    if (!found) return [fail({ code: 'application_secret_missing', field: 'clientSecret' })];
    if (sameText(found.principalId, principal?.id)) {
      return [fail({ code: 'application_is_sign_in', field: 'applicationId' })];
    }
    return refusalOf(tryApplication?.());
  },
};
