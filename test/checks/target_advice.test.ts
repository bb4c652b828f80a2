import type { Plan } from '../../common/plan';
import { problemText } from '../../common/words/problems/problem_text';
import type { SetupRequest } from '../../common/setup_request';
import type { Readiness } from '../../server/core/targets/target';
import { credentials, ids } from '../azure';
import { createFakeEndpoint, createFakeTarget } from '../support/fake_target';
import { named, team } from './expected';
import { usePlanner, type Planner } from './plan_in_world';

const planner = usePlanner();

const { clientId, clientSecret } = credentials.inference;
const application = {
  ...{ clientId, clientSecret, tenantId: ids.contoso },
  principalId: `e${clientId.slice(1)}`,
};
const endpoint = { target: 'inference_endpoint' } as const;
const keyless = { ...endpoint, authentication: 'entra_id', applicationId: clientId } as const;

interface Case {
  version?: string;
  world?: Parameters<Planner['planIn']>[0];
  request: Partial<SetupRequest>;
  connector?: Partial<Readiness<'connector'>>;
  endpoint?: Partial<Readiness<'inference_endpoint'>>;
}

const planOf = ({ version = '9.6.0', world = 'owner', request, ...given }: Case): Promise<Plan> =>
  planner.planIn(world, request, {
    kibanaVersion: version,
    application,
    target: createFakeTarget(given.connector),
    endpoint: createFakeEndpoint(given.endpoint),
  });

/** The problem with this code, and the changes of its fixes. */
async function foundIn(asked: Case, code: string) {
  const { verdicts, steps } = await planOf(asked);
  const found = [...verdicts, ...steps].find(({ problem }) => problem?.code === code);
  if (!found?.problem) throw new Error(`the plan does not find ${code}`);
  const fixes = ('fixes' in found && found.fixes) || [];
  const { field } = found.problem;
  return {
    text: problemText(found.problem),
    field,
    fixes: fixes.map((fix) => [fix.code, fix.change]),
  };
}

const useConnector = ['use_target', { target: 'connector' }];
const useConnectorWithKey = ['use_target', { target: 'connector', authentication: 'api_key' }];
const useEndpoint = ['use_target', { target: 'inference_endpoint' }];
const useNoKeys = ['use_no_keys', { authentication: 'entra_id', target: 'inference_endpoint' }];

describe('a network that can block calls', () => {
  const closed = { networkAccess: 'selected', ipRules: [] } satisfies Partial<SetupRequest>;

  it.each<[string, Partial<SetupRequest>, RegExp, RegExp]>([
    ['Kibana', { target: 'connector' }, /the Kibana server/, /Elasticsearch/],
    ['the Elasticsearch nodes', endpoint, /the Elasticsearch nodes/, /Kibana/],
    ['both', { target: 'both' }, /the Kibana server and the Elasticsearch nodes/, /undefined/],
  ])('is reported for the addresses of %s', async (_who, target, callers, others) => {
    const { text } = await foundIn({ request: { ...target, ...closed } }, 'network_locks_out');
    expect(text.remedy).toMatch(callers);
    expect(Object.values(text).join(' ')).not.toMatch(others);
  });

  it('of a new resource is changed there, and that of an existing one with a command', async () => {
    const disabled = { request: { networkAccess: 'disabled' } } as const;
    const own = await foundIn(disabled, 'network_locks_out');
    expect([own.field, own.text.command]).toEqual(['networkAccess', undefined]);
    const found = named('contoso-private', 'rg-platform');
    const used = await foundIn(
      { world: 'established', request: { ...found, location: 'francecentral' } },
      'network_locks_out',
    );
    expect(used.field).toBe('accountName');
    expect(used.text.command).toMatch(/-n 'contoso-private' .*publicNetworkAccess=Enabled/);
  });

  it.each<[string, Partial<SetupRequest>, RegExp, RegExp]>([
    ['Kibana', { target: 'connector' }, /the Kibana server/, /Elasticsearch/],
    ['the Elasticsearch nodes', endpoint, /the Elasticsearch nodes/, /Kibana/],
    ['both', { target: 'both' }, /the Kibana server and the Elasticsearch nodes/, /undefined/],
  ])('because of a policy is reported for %s', async (_who, target, callers, others) => {
    const asked = { world: 'policy_no_public_access' as const, request: target };
    const { text } = await foundIn(asked, 'policy_denies_public_access');
    expect(text.remedy).toMatch(callers);
    expect(`${text.cause} ${text.remedy}`).not.toMatch(others);
  });
});

describe('a target that is not possible', () => {
  it.each<[string, string, Case, unknown[]]>([
    [
      'inference_privilege_missing',
      'to the connector',
      { request: endpoint, endpoint: { canManage: false } },
      [useConnector],
    ],
    [
      'inference_privilege_missing',
      'nowhere without keys, because a policy can forbid them for a new resource',
      { request: keyless, endpoint: { canManage: false } },
      [],
    ],
    [
      'inference_privilege_missing',
      'from no keys to the connector at a resource that accepts them',
      {
        world: 'deployment_name_taken',
        request: { ...team, ...keyless },
        endpoint: { canManage: false },
      },
      [useConnectorWithKey],
    ],
    [
      'inference_privilege_missing',
      'nowhere without keys and without the privilege for connectors',
      {
        world: 'deployment_name_taken',
        request: { ...team, ...keyless },
        endpoint: { canManage: false },
        connector: { canCreate: false },
      },
      [],
    ],
    [
      'inference_privilege_missing',
      'nowhere without the privilege for connectors',
      { request: endpoint, endpoint: { canMonitor: false }, connector: { canCreate: false } },
      [],
    ],
    [
      'inference_privilege_missing',
      'nowhere at a resource that accepts no keys',
      { world: 'keys_off', request: { ...team, ...endpoint }, endpoint: { canManage: false } },
      [],
    ],
    [
      'inference_unsupported',
      'to the connector',
      { version: '9.3.1', request: endpoint, endpoint: { isSupported: false } },
      [useConnector],
    ],
    [
      'inference_unsupported',
      'nowhere without keys',
      { version: '9.3.1', request: keyless, endpoint: { isSupported: false } },
      [],
    ],
    [
      'connector_privilege_missing',
      'to the inference endpoint',
      { request: { target: 'connector' }, connector: { canCreate: false } },
      [useEndpoint],
    ],
    [
      'connector_privilege_missing',
      'nowhere below 9.4',
      {
        version: '9.3.1',
        request: { target: 'connector' },
        connector: { canCreate: false },
        endpoint: { isSupported: false },
      },
      [],
    ],
    [
      'connector_type_disabled',
      'to the inference endpoint',
      { request: { target: 'connector' }, connector: { isEnabled: false } },
      [useEndpoint],
    ],
  ])('by %s leads %s', async (code, _where, asked, expected) => {
    const { fixes, text } = await foundIn(asked, code);
    expect(fixes).toEqual(expected);
    // The buttons name the alternatives, and only those that are possible.
    expect(text.remedy).not.toMatch(/connector|keys/i);
  });
});

describe('API keys that are not possible', () => {
  it.each<[string, string, Case, unknown]>([
    [
      'policy_denies_keys',
      'can be done without',
      { world: 'policy_no_keys', request: {} },
      useNoKeys,
    ],
    ['keys_disabled', 'can be done without', { world: 'keys_off', request: team }, useNoKeys],
  ])('because of %s %s in one click', async (code, _what, asked, expected) => {
    expect((await foundIn(asked, code)).fixes[0]).toEqual(expected);
  });

  it.each<[string, Case, RegExp]>([
    [
      'policy_denies_keys',
      { world: 'policy_no_keys', version: '9.3.1', request: {} },
      /from Kibana 9\.4 on/,
    ],
    [
      'policy_denies_keys',
      { world: 'policy_no_keys', request: {}, endpoint: { canManage: false } },
      /privilege manage_inference/,
    ],
    [
      'keys_disabled',
      { world: 'keys_off', request: team, endpoint: { canMonitor: false } },
      /privilege monitor_inference/,
    ],
  ])('because of %s say why they are needed here', async (code, asked, reason) => {
    const { fixes, text } = await foundIn(asked, code);
    expect(fixes).not.toContainEqual(useNoKeys);
    expect(text.cause).toMatch(reason);
  });
});
