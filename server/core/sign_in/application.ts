import { SetupError } from '../../../common/problem';
import { sameText } from '../../../common/values/same_text';
import type { SetupRequest } from '../../../common/setup_request';

/**
 * The person's Microsoft Entra ID application, which Elasticsearch signs in as. It stays in the sealed session and is
 * sent to Elasticsearch only.
 */
export interface Application {
  clientId: string;
  clientSecret: string;
  /** Object id of its service principal, for the role assignment. */
  principalId: string;
}

/** The application in the tenant of the session. */
export interface TenantApplication extends Application {
  tenantId: string;
}

type Named = Pick<SetupRequest, 'applicationId'>;

/** The session's application, if the request names it. */
export const applicationIn = (
  { applicationId }: Named,
  application: TenantApplication | undefined,
): TenantApplication | undefined =>
  applicationId && sameText(application?.clientId, applicationId) ? application : undefined;

/** The same, but throws `application_secret_missing` if the session does not have it. */
export function requiredApplication(
  request: Named,
  application: TenantApplication | undefined,
): TenantApplication {
  const found = applicationIn(request, application);
  if (found) return found;
  throw new SetupError({ code: 'application_secret_missing', field: 'clientSecret' });
}
