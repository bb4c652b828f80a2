import type { CheckId, Verdict } from '../../../common/check';
import type { Problem } from '../../../common/problem';
import { problemText } from '../../../common/words/problems/problem_text';
import { byOneRemedy, byRemedy } from './one_callout';

const services = 'Microsoft.CognitiveServices';
const subscription = '/subscriptions/s';
const group = `${subscription}/resourceGroups/rg`;
const createGroup = 'Microsoft.Resources/subscriptions/resourceGroups/write';
const createAccount = `${services}/accounts/write`;
const createDeployment = `${services}/accounts/deployments/write`;
const listKeys = `${services}/accounts/listKeys/action`;
const readLocks = 'Microsoft.Authorization/locks/read';
const readQuota = `${services}/locations/usages/read`;

const who = {
  principal: 'ada@contoso.com',
  principalName: 'ada@contoso.com',
  principalType: 'User',
} as const;
const missing = (action: string, scope: string): Problem => ({
  code: 'authorization_failed',
  detail: { action, scope, ...who },
});
const refused = (action: string, scope = subscription): Verdict => ({
  check: 'permissions',
  status: 'fail',
  problem: missing(action, scope),
});
const unread = (
  check: CheckId,
  code: 'locks_unreadable' | 'quota_unreadable',
  action: string,
): Verdict => ({
  check,
  status: 'unverified',
  problem: { code, detail: { action, scope: subscription, ...who } },
});
const unregistered: Verdict = {
  check: 'provider_registered',
  status: 'fail',
  problem: { code: 'provider_not_registered', detail: { subscriptionId: 's' } },
};
const locks = unread('resource_group', 'locks_unreadable', readLocks);
const quota = unread('quota', 'quota_unreadable', readQuota);

/** Check, status, other checks, and the command that solves it. */
const groups = (...verdicts: Verdict[]) =>
  byRemedy(verdicts).map((one) => [
    [one.check, ...('also' in one ? (one.also ?? []) : [])].join(' '),
    one.status,
    one.problem && problemText(one.problem).command,
  ]);
const assign = (role: string, scope = subscription) =>
  `az role assignment create --assignee 'ada@contoso.com' --role '${role}' --scope '${scope}' --subscription 's'`;

it('hosts that fail in the same way are one problem', () => {
  const silent = (host: string, reason = 'ETIMEDOUT'): Verdict => ({
    check: 'egress',
    status: 'warn',
    problem: { code: 'azure_unreachable', detail: { host, reason } },
  });
  const found = byRemedy([
    silent('login.microsoftonline.com'),
    silent('management.azure.com'),
    silent('graph.example', 'ENOTFOUND'),
  ]);
  expect(found.map(({ problem }) => problem && problemText(problem).cause)).toEqual([
    'The connection failed or timed out. The hosts are login.microsoftonline.com, management.azure.com.',
    'The connection failed or timed out. The host is graph.example.',
  ]);
});

describe('missing permissions', () => {
  it.each<[string, Verdict[], unknown[]]>([
    [
      'four permissions of a reader',
      [createGroup, createAccount, createDeployment, listKeys].map((action) => refused(action)),
      [['permissions', 'fail', assign('Contributor')]],
    ],
    [
      'permissions on an existing group',
      [refused(createAccount, group), refused(listKeys, group)],
      [['permissions', 'fail', assign('Cognitive Services Contributor', group)]],
    ],
    [
      'permissions on a group and on the subscription',
      [
        refused(createAccount, group),
        refused(`${services}/locations/resourceGroups/deletedAccounts/delete`),
      ],
      [['permissions', 'fail', assign('Contributor')]],
    ],
    [
      'permissions on two groups, which one role does not grant',
      [
        refused(createAccount, group),
        refused(createAccount, `${subscription}/resourceGroups/other`),
      ],
      [
        ['permissions', 'fail', assign('Cognitive Services Contributor', group)],
        [
          'permissions',
          'fail',
          assign('Cognitive Services Contributor', `${subscription}/resourceGroups/other`),
        ],
      ],
    ],
    [
      'a provider that the same role registers',
      [unregistered, refused(createGroup)],
      [['permissions provider_registered', 'fail', assign('Contributor')]],
    ],
    [
      'a provider alone, which an administrator registers',
      [unregistered, quota],
      [
        [
          'provider_registered',
          'fail',
          "az provider register -n Microsoft.CognitiveServices --subscription 's'",
        ],
        ['quota', 'unverified', assign('Cognitive Services Usages Reader')],
      ],
    ],
    [
      'what could not be read and what is blocked',
      [locks, refused(createGroup), quota],
      [['permissions resource_group quota', 'fail', assign('Contributor')]],
    ],
    [
      'what could not be read at the subscription, which a role on a group does not grant',
      [locks, refused(createAccount, group)],
      [
        ['permissions', 'fail', assign('Cognitive Services Contributor', group)],
        ['resource_group', 'unverified', assign('Reader')],
      ],
    ],
    [
      'two things that could not be read',
      [quota, locks],
      [['quota resource_group', 'unverified', assign('Reader')]],
    ],
  ])('are one problem for each remedy: %s', (_what, verdicts, expected) => {
    expect(groups(...verdicts)).toEqual(expected);
  });

  it('stay what they are when they are grouped again', () => {
    const once = byRemedy([locks, refused(createGroup), refused(listKeys), quota]);
    expect(byRemedy(once)).toEqual(once);
  });

  it('do not include problems that no role solves', () => {
    const denied: Verdict = {
      check: 'permissions',
      status: 'fail',
      problem: { code: 'deny_assignment', detail: { action: createGroup, name: 'stack' } },
    };
    const locked: Verdict = {
      check: 'resource_group',
      status: 'fail',
      problem: { code: 'scope_locked', detail: { lock: 'keep', scope: group } },
    };
    expect(byRemedy([denied, refused(createGroup), locked])).toHaveLength(3);
  });

  it('are a message to an administrator, too', () => {
    const [found] = byRemedy([refused(createGroup), refused(listKeys)]);
    const { message } = problemText(found?.problem ?? missing(createGroup, subscription));
    expect(message).toContain('ada@contoso.com');
    expect(message).toContain('"Contributor"');
    expect(message).toContain(`- ${createGroup}\n- ${listKeys}`);
    expect(message).toContain(assign('Contributor'));
  });

  it.each<[string, object, string]>([
    [
      'a guest',
      {
        principal: 'd0000000-0000-4000-8000-000000000001',
        principalName: 'Gil',
        principalType: 'User',
      },
      "--assignee-object-id 'd0000000-0000-4000-8000-000000000001' --assignee-principal-type 'User'",
    ],
    [
      'an application',
      { principal: 'e0000000-0000-4000-8000-000000000001', principalType: 'ServicePrincipal' },
      "--assignee-object-id 'e0000000-0000-4000-8000-000000000001' --assignee-principal-type 'ServicePrincipal'",
    ],
    [
      'an object id that Azure named',
      { principal: 'e0000000-0000-4000-8000-000000000001', principalType: undefined },
      "--assignee-object-id 'e0000000-0000-4000-8000-000000000001' --role",
    ],
    [
      'a name with a quote',
      { principal: "o'neil@contoso.com" },
      `--assignee 'o'\\''neil@contoso.com'`,
    ],
  ])('name %s so that Azure finds it', (_what, principal, expected) => {
    const detail = { action: createGroup, scope: subscription, ...who, ...principal };
    expect(problemText({ code: 'authorization_failed', detail }).command).toContain(expected);
  });
});

describe('byOneRemedy', () => {
  it('counts problems of checks and steps once for each remedy', () => {
    const read = missing('Microsoft.Resources/subscriptions/resourceGroups/read', group);
    const all = missing(createGroup, subscription);
    expect(byOneRemedy([read, all, read])).toEqual([all]);
    const deleting: Problem = { code: 'resource_group_deleting' };
    expect(byOneRemedy([read, deleting, { ...read }, deleting])).toEqual([read, deleting]);
  });
});
