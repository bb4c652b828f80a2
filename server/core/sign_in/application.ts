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
