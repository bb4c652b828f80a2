import { valuesOf } from '../../../../../common/problem';
import { secondFactorClaims } from '../../../../../common/sign_in';
import { ids, makeAccessToken, nowOf } from '../../../../../test/azure';
import { everyVerb } from '../../../../../test/support/every_verb';
import { useSimulatedAzure } from '../../../../../test/support/simulated_azure';
import { problemOf } from '../../../../../test/support/adapter_stage';
import { createArmAzure } from '../arm_azure';
import type { Azure } from '../../azure';

const simulator = useSimulatedAzure('second_factor_for_writes');

/** Azure with Ada's token, which satisfies these authentication contexts. */
function asAda(acrs: readonly string[] = []): Azure {
  const { state } = simulator();
  const principal = state.world.users.find(({ upn }) => upn === 'ada@contoso.com');
  if (!principal) throw new Error('The world has no Ada.');
  const issuedAt = nowOf(state);
  const accessToken = makeAccessToken({
    ...{ principal, tenantId: ids.contoso, audience: 'https://management.azure.com', acrs },
    ...{ clientId: ids.azureCli, issuedAt, expiresAt: issuedAt + 3_600_000 },
  });
  const httpClient = simulator().transport('public');
  return createArmAzure({ cloud: 'public', tenantId: ids.contoso, accessToken, httpClient });
}

const group = { subscriptionId: ids.main, resourceGroup: 'rg-new' };
const place = { location: 'eastus2', tags: {} };
const verbs = everyVerb({
  ...{ ...group, accountName: 'kbn-openai', deploymentName: 'gpt' },
  deletedAccount: { resourceGroup: 'rg-new', accountName: 'kbn-openai', location: 'eastus2' },
});
// It reads the account first, which is not there.
const { updateAccountNetwork: _, ...writes } = verbs.writes;

describe('a token without a second factor', () => {
  it.each(Object.entries(writes))(
    '%s requests the sign-in that Azure requires',
    async (_, write) => {
      const problem = await problemOf(write(asAda()));
      expect(problem).toMatchObject({
        code: 'sign_in_claims_required',
        detail: { claims: secondFactorClaims },
        azure: { code: 'RequestDisallowedByPolicy' },
      });
    },
  );

  it('reads everything', async () => {
    const azure = asAda();
    expect(await azure.subscriptions()).toHaveLength(1);
    expect(await azure.resourceGroup(group)).toBeUndefined();
    expect(await verbs.questions['policyFindings']?.(azure)).toEqual([]);
    expect(await azure.isSubdomainFree(ids.main, 'free-name', 'OpenAI')).toBe(true);
  });
});

it('a token with the requested context can write', async () => {
  const azure = asAda(['p1']);
  await azure.createResourceGroup({ ...group, ...place });
  expect(await azure.resourceGroup(group)).toMatchObject({ resourceGroup: 'rg-new' });
});

describe('a challenge', () => {
  const challenge = (claims: string, code = 'InvalidAuthenticationToken') => {
    const value = `Bearer authorization_uri="https://login.microsoftonline.com/", error="insufficient_claims", claims="${claims}"`;
    simulator().state.faults = [
      {
        ...{ match: { path: '/resourcegroups' }, times: 9 },
        action: { status: 401, code, message: 'No.', headers: { 'www-authenticate': value } },
      },
    ];
    return problemOf(asAda().resourceGroups(ids.main));
  };
  const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64');

  it('of continuous access evaluation is passed on as well', async () => {
    const claims = { access_token: { nbf: { essential: true, value: '1702682181' } } };
    expect(await challenge(encoded(claims))).toMatchObject({
      code: 'sign_in_claims_required',
      detail: { claims: JSON.stringify(claims) },
    });
  });

  it.each([
    ['is not base64', '%%%'],
    ['is no JSON', Buffer.from('{"access_token":').toString('base64')],
    ['is JSON of another shape', encoded({ id_token: {} })],
    [
      'is longer than a sign-in takes',
      encoded({ access_token: { acrs: { values: ['p'.repeat(3_000)] } } }),
    ],
  ])('that %s is a rejected token', async (_, claims) => {
    const problem = await challenge(claims);
    expect(problem.code).toBe('token_rejected');
    expect(valuesOf(problem).claims).toBeUndefined();
  });

  it('that is unreadable still requires another sign-in for a write', async () => {
    const problem = await challenge('%%%', 'RequestDisallowedByPolicy');
    expect(problem.code).toBe('sign_in_claims_required');
  });
});
