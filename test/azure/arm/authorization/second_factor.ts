import { cloudNames } from '../../hosts';
import type { Reply } from '../../http/message';
import { armError } from '../arm_error';
import { subscriptionId, type SubscriptionCall } from '../call';

/** The claims that ARM requires in a token before it creates, changes or deletes anything. */
const wanted = { access_token: { acrs: { essential: true, values: ['p1'] } } };
const claims = Buffer.from(JSON.stringify(wanted)).toString('base64');

const policy =
  'Users must authenticate with multi-factor authentication to create or update resources';

/** ARM's own rule for people, not for applications: no write without a second factor. */
export function secondFactorRefusal(call: SubscriptionCall): Reply | undefined {
  const { acrs, cloud, principal, request, subscription } = call;
  const single = principal.kind === 'user' && principal.secondFactor === 'on_challenge';
  if (!single || acrs.includes('p1')) return undefined;
  const name = decodeURIComponent(request.url.pathname.split('/').at(-1) ?? '');
  const refusal = armError(
    401,
    'RequestDisallowedByPolicy',
    `Resource '${name}' was disallowed by policy. Reasons: 'MFA is required. See error details for policy resource IDs.'. See error details for policy resource IDs.`,
    {
      target: name,
      additionalInfo: [
        {
          type: 'PolicyViolation',
          info: {
            policyDefinitionDisplayName: policy,
            policyAssignmentName: 'MFA-enforcement',
            policyAssignmentDisplayName: policy,
            policyAssignmentScope: subscriptionId(subscription),
            policyDefinitionEffect: 'deny',
          },
        },
      ],
    },
  );
  const authorization = `https://${cloudNames[cloud].entra}/${subscription.tenantId}`;
  return {
    ...refusal,
    headers: {
      'www-authenticate': `Bearer realm="", authorization_uri="${authorization}", error="insufficient_claims", claims="${claims}"`,
    },
  };
}
