import type { Lock, NewAccount, PolicyFinding } from '../../server/core/azure/azure';
import { groupPath } from '../../server/core/azure/arm_paths';
import type { AzureVerb } from './fake_azure';
import { findGroup, refuse, same } from './fake_resources';
import type { FakeWorld } from './fake_world';

type Objection = (policy: PolicyFinding, wanted: NewAccount) => boolean;

const accepts = ({ allowed }: PolicyFinding, value: string): boolean =>
  !allowed || allowed.some((one) => same(one, value));

const tagOf = ({ tags }: NewAccount, name = ''): string | undefined =>
  Object.entries(tags).find(([known]) => same(known, name))?.[1];

/** When a policy about this has something to say. */
const objections: Readonly<Record<PolicyFinding['about'], Objection>> = {
  location: (policy, { location }) => !accepts(policy, location),
  tag(policy, wanted) {
    const value = tagOf(wanted, policy.tagName);
    return value === undefined || !accepts(policy, value);
  },
  public_access: (_policy, { networkAccess }) => networkAccess !== 'disabled',
  // Accounts are always asked for with API keys.
  local_auth: () => true,
  model: () => false,
  other: () => true,
};

/** The world's policies that object to the account, or would change it. */
export const findingsAbout = (world: FakeWorld, wanted: NewAccount): PolicyFinding[] =>
  structuredClone(world.policies.filter((policy) => objections[policy.about](policy, wanted)));

/** What the policies leave of a request; throws where one denies it. */
export function governed(world: FakeWorld, wanted: NewAccount) {
  const findings = findingsAbout(world, wanted);
  const denied = findings.find(({ effect }) => effect === 'deny');
  if (denied) {
    const { policy, assignment } = denied;
    refuse({ code: 'policy_denied', detail: { policy, ...(assignment && { assignment }) } });
  }
  const about = (subject: PolicyFinding['about']) =>
    findings.filter((finding) => finding.about === subject);
  const added: Record<string, string> = {};
  for (const { tagName = '', allowed = [] } of about('tag')) added[tagName] = allowed[0] ?? '';
  return {
    tags: { ...wanted.tags, ...added },
    networkAccess: about('public_access').length > 0 ? 'disabled' : wanted.networkAccess,
    keysDisabled: about('local_auth').length > 0,
  } as const;
}

/** Verbs that a lock of this level stops; asking for keys is a write, too. */
const stopped: Readonly<Record<Lock['level'], readonly AzureVerb[]>> = {
  CanNotDelete: ['deleteResourceGroup', 'deleteAccount', 'deleteDeployment'],
  ReadOnly: [
    'createResourceGroup',
    'deleteResourceGroup',
    'createAccount',
    'updateAccountNetwork',
    'restoreAccount',
    'deleteAccount',
    'accountKey',
    'createDeployment',
    'deleteDeployment',
  ],
};

/** Locks on the group, while there is one, and on the subscription. */
export function locksOn(
  world: FakeWorld,
  { subscriptionId, resourceGroup = '' }: { subscriptionId: string; resourceGroup?: string },
): Lock[] {
  const ref = { subscriptionId, resourceGroup };
  const scopes = [
    `/subscriptions/${subscriptionId}`,
    ...(findGroup(world, ref) ? [groupPath(ref)] : []),
  ];
  return structuredClone(
    world.locks.filter(({ scope }) => scopes.some((known) => same(known, scope))),
  );
}

export function refuseLocked(
  world: FakeWorld,
  verb: AzureVerb,
  ref: { subscriptionId: string; resourceGroup?: string },
): void {
  const lock = locksOn(world, ref).find(({ level }) => stopped[level].includes(verb));
  if (lock) refuse({ code: 'scope_locked' });
}
