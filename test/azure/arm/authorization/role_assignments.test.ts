import { armCalls, errorCode, items, pick, signIn } from '../../arm_calls';
import { readAccessToken } from '../../entra/access_token';
import type { Simulator } from '../../simulator';
import { useSimulator } from '../../use_simulator';
import { credentials, ids } from '../../worlds/people';
import { aDeployment } from '../../worlds/resources';

let simulator: Simulator;
useSimulator((started) => {
  simulator = started;
});

const group = `/subscriptions/${ids.main}/resourceGroups/rg-team`;
const account = `${group}/providers/Microsoft.CognitiveServices/accounts/team-openai`;
const guid = (digit: number) => `${String(digit).repeat(8)}-0000-4000-8000-000000000000`;
const at = (scope: string, name = '') =>
  `${scope}/providers/Microsoft.Authorization/roleAssignments${name && `/${name}`}`;
const user = '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd';
const oidOf = ({ clientId }: { clientId: string }) => `e${clientId.slice(1)}`;

const body = (properties: Record<string, unknown> = {}) => ({
  properties: {
    roleDefinitionId: `/subscriptions/${ids.main}/providers/Microsoft.Authorization/roleDefinitions/${user}`,
    principalId: oidOf(credentials.inference),
    principalType: 'ServicePrincipal',
    description: 'for a test',
    ...properties,
  },
});

describe('a role assignment', () => {
  beforeEach(() => simulator.reset('keys_off', 'instant'));

  it('is created once, and is the same when the same PUT comes again', async () => {
    const arm = await armCalls(simulator);
    const first = await arm.put(at(account, guid(1)), body());
    expect(first.status).toBe(201);
    expect(first.json).toMatchObject({
      id: at(account, guid(1)),
      properties: { scope: account, description: 'for a test', principalType: 'ServicePrincipal' },
    });
    expect((await arm.put(at(account, guid(1)), body())).status).toBe(200);
    const listed = await arm.get(`${at(account)}?$filter=atScope()`);
    const names = items(listed.json, 'value').map((one) => pick(one, 'name'));
    expect(names.filter((name) => name === guid(1))).toHaveLength(1);
    expect((await arm.get(at(account, guid(1)))).status).toBe(200);
  });

  it('is refused under another name, and its name is refused for anything else', async () => {
    const arm = await armCalls(simulator);
    await arm.put(at(account, guid(1)), body());
    const twice = await arm.put(at(account, guid(2)), body());
    expect([twice.status, errorCode(twice)]).toEqual([409, 'RoleAssignmentExists']);
    const other = await arm.put(
      at(account, guid(1)),
      body({ principalId: oidOf(credentials.good) }),
    );
    expect(errorCode(other)).toBe('RoleAssignmentUpdateNotPermitted');
    const above = await arm.put(at(group, guid(1)), body());
    expect(errorCode(above)).toBe('RoleAssignmentUpdateNotPermitted');
    expect(errorCode(await arm.put(at(account, 'mine'), body()))).toBe('InvalidRoleAssignmentId');
  });

  it.each([
    ['PrincipalNotFound', { principalId: guid(9) }],
    ['PrincipalNotFound', { principalId: oidOf(credentials.elsewhere) }],
    ['UnmatchedPrincipalType', { principalType: 'User' }],
    ['RoleDefinitionDoesNotExist', { roleDefinitionId: guid(8) }],
  ])('is %s when its body is %j', async (code, change) => {
    const arm = await armCalls(simulator);
    expect(errorCode(await arm.put(at(account, guid(1)), body(change)))).toBe(code);
  });

  it('is deleted once, and answers 204 afterwards', async () => {
    const arm = await armCalls(simulator);
    await arm.put(at(account, guid(1)), body());
    expect((await arm.remove(at(account, guid(1)))).status).toBe(200);
    expect((await arm.remove(at(account, guid(1)))).status).toBe(204);
    expect(errorCode(await arm.get(at(account, guid(1))))).toBe('RoleAssignmentNotFound');
    expect(errorCode(await arm.get(at(`${account}x`, guid(1))))).toBe('ResourceNotFound');
  });

  it('is deleted with its account', async () => {
    const arm = await armCalls(simulator);
    await arm.put(at(account, guid(1)), body());
    await arm.remove(account);
    const left = simulator.state.world.apps.flatMap(({ assignments }) => assignments);
    expect(left.filter(({ scope }) => scope === account)).toEqual([]);
  });

  it.each(['keys_off_cannot_assign', 'cognitive_contributor'] as const)(
    'cannot be created or deleted in the world %s',
    async (world) => {
      simulator.reset(world);
      const arm = await armCalls(simulator);
      const [put, remove] = [
        await arm.put(at(account, guid(1)), body()),
        await arm.remove(at(account, guid(1))),
      ];
      expect([errorCode(put), errorCode(remove)]).toEqual([
        'AuthorizationFailed',
        'AuthorizationFailed',
      ]);
      expect(pick(put.json, 'error', 'message')).toContain(
        `'Microsoft.Authorization/roleAssignments/write' over scope '${account}'`,
      );
    },
  );
});

describe('an account without keys', () => {
  const ask = async (authorization: Record<string, string>) => {
    const arm = await armCalls(simulator);
    return arm.ask(
      'https://team-openai.openai.azure.com/openai/deployments/chat/chat/completions?api-version=2025-04-01-preview',
      { headers: authorization, body: { messages: [{ role: 'user', content: 'Hello' }] } },
    );
  };
  const bearer = async () => {
    const { ask: send } = await armCalls(simulator);
    const answer = await signIn(send, credentials.inference, {
      scope: 'https://cognitiveservices.azure.com/.default',
    });
    return String(pick(answer.json, 'access_token'));
  };
  const deploy = () =>
    simulator.state.world.accounts[0]?.deployments.push(
      aDeployment('chat', ['gpt-5.2', '2025-12-11'], ['GlobalStandard', 50]),
    );

  it('accepts the token of an application after its role has propagated', async () => {
    simulator.reset('keys_off', { base: 'instant', roleMs: 12 * 60_000 });
    deploy();
    const token = await bearer();
    expect(readAccessToken(token)?.oid).toBe(oidOf(credentials.inference));
    const authorization = `Bearer ${token}`;
    expect(errorCode(await ask({ authorization }))).toBe('PermissionDenied');
    const arm = await armCalls(simulator);
    await arm.put(at(account, guid(1)), body());
    expect(errorCode(await ask({ authorization }))).toBe('PermissionDenied');
    simulator.state.skewMs += 13 * 60_000;
    expect((await ask({ authorization })).status).toBe(200);
  });

  it('refuses its keys, and listing them', async () => {
    simulator.reset('keys_off', 'instant');
    deploy();
    const key = simulator.state.world.accounts[0]?.keys.key1 ?? '';
    const answer = await ask({ 'api-key': key });
    expect([answer.status, errorCode(answer)]).toEqual([403, 'AuthenticationTypeDisabled']);
    const arm = await armCalls(simulator);
    expect((await arm.post(`${account}/listKeys`)).status).toBe(400);
  });

  it.each([
    ['wrong secret', { ...credentials.inference, clientSecret: 'wrong' }, 7000215],
    ['expired secret', credentials.expiredSecret, 7000222],
    ['unknown application', credentials.unknownApp, 700016],
    ['application of another tenant', credentials.elsewhere, 700016],
  ])('gives no token for a %s', async (_, given, code) => {
    const { ask: send } = await armCalls(simulator);
    const answer = await signIn(send, given, {
      scope: 'https://cognitiveservices.azure.com/.default',
    });
    expect(pick(answer.json, 'error_codes')).toEqual([code]);
  });
});
