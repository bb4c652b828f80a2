import { SetupError } from '../../../common/problem';
import { sameText } from '../../../common/values/same_text';
import type { SetupRequest } from '../../../common/setup_request';

/**
 * The person's own application of Microsoft Entra ID, which Elasticsearch signs in as. It stays inside the sealed session,
 * and goes to Elasticsearch only.
 */
export interface Application {
  clientId: string;
  clientSecret: string;
  /** Object id of its service principal: the one that a role is assigned to. */
  principalId: string;
}

/** The application in the tenant of the session. */
export interface TenantApplication extends Application {
  tenantId: string;
}

type Named = Pick<SetupRequest, 'applicationId'>;

/** The application, if it is the one that the request names. */
export const applicationIn = (
  { applicationId }: Named,
  application: TenantApplication | undefined,
): TenantApplication | undefined =>
  applicationId && sameText(application?.clientId, applicationId) ? application : undefined;

/** The same; throws `application_secret_missing` if the session holds no such application. */
export function requiredApplication(
  request: Named,
  application: TenantApplication | undefined,
): TenantApplication {
  const found = applicationIn(request, application);
  if (found) return found;
  throw new SetupError({ code: 'application_secret_missing', field: 'clientSecret' });
}
