import type { Page } from 'playwright-core';
import { aGroup, anAccount, type SimSubscription, type WorldName, type WorldState } from '../azure';
import { aPerson, signInWithSecret, type Person } from './support/person';
import { pageUrl, useStage } from './support/stage';
import { takeQuota } from './support/take_quota';
import { checkAgain } from './support/walk';

const stage = useStage();
let page: Page;
afterEach(() => page.context().close());

/** The name that is suggested to the subscription of the simulated company. */
const suggested = 'kibana-openai-ecf770';
const anHour = 60 * 60 * 1_000;

interface Walk {
  what: string;
  world?: WorldName;
  /** Actions between the recommendation and Review. */
  meanwhile?(world: WorldState): void;
  problem: string;
  says: RegExp;
  /** Buttons that lead to a plan without problems. */
  fixes?: string[];
  typed?: [subj: string, text: string];
}

const theSubscription = ({ subscriptions: [first] }: WorldState): SimSubscription => {
  if (!first) throw new Error('the world has no subscription');
  return first;
};

/** The recommended group exists, and the account of the recommended name was deleted from it. */
const inTheBin = (world: WorldState): void => {
  const group = aGroup('kibana-openai', 'eastus2');
  world.groups.push(group);
  world.accounts.push(anAccount(suggested, group.name, { deletedAt: Date.now() - anHour }));
};

const walks: Walk[] = [
  {
    what: 'a subscription that was disabled',
    meanwhile: (world) => Object.assign(theSubscription(world), { state: 'Disabled' }),
    problem: 'subscription_disabled',
    says: /Contoso Production|read-only/,
  },
  {
    what: 'a region that was closed',
    meanwhile: (world) =>
      Object.assign(theSubscription(world), { closedRegions: ['eastus2', 'eastus'] }),
    problem: 'region_closed',
    says: /closed to this subscription/,
    fixes: ['fix-use_location'],
  },
  {
    what: 'as many accounts as Azure allows',
    world: 'account_limit',
    problem: 'account_limit_reached',
    says: /30 of 30/,
  },
  {
    what: 'a policy about regions',
    world: 'policy_location',
    problem: 'policy_denies_location',
    says: /Allowed locations/,
    fixes: ['fix-use_location'],
  },
  {
    what: 'a policy about tags',
    world: 'policy_tag',
    problem: 'policy_requires_tag',
    says: /costCenter/,
    fixes: ['fix-add_tag'],
    typed: ['tagValue-1', '4711'],
  },
  {
    what: 'a policy about public access',
    world: 'policy_no_public_access',
    problem: 'policy_denies_public_access',
    says: /restrict network access/,
    fixes: ['fix-close_network'],
  },
  {
    what: 'a policy about keys',
    world: 'policy_no_keys',
    problem: 'policy_denies_keys',
    says: /requires key access to be disabled/,
  },
  {
    what: 'a locked group',
    world: 'group_locked',
    problem: 'scope_locked',
    says: /az lock delete --ids .*locks\/frozen/,
  },
  {
    what: 'a group that is being deleted',
    world: 'group_deleting',
    problem: 'resource_group_deleting',
    says: /being deleted/,
    fixes: ['fix-use_resource_group'],
  },
  {
    what: 'no permission to list keys',
    world: 'cannot_list_keys',
    problem: 'authorization_failed',
    says: /listKeys[^]*az role assignment create/,
  },
  {
    what: 'a name that is taken',
    meanwhile: (world) => Object.assign(world, { takenPrefix: suggested }),
    problem: 'subdomain_taken',
    says: new RegExp(suggested),
    fixes: ['fix-use_name'],
  },
  {
    what: 'a name that another account of the subscription has',
    meanwhile: (world) => {
      world.groups.push(aGroup('rg-own', 'eastus2'));
      world.accounts.push(anAccount('own-openai', 'rg-own', { customSubDomainName: suggested }));
    },
    problem: 'subdomain_taken_by_own_account',
    says: /own-openai/,
    fixes: ['fix-use_existing_account'],
  },
  {
    what: 'a deleted account of the same name, restored',
    meanwhile: inTheBin,
    problem: 'account_soft_deleted',
    says: /az cognitiveservices account recover/,
    fixes: ['fix-restore_account'],
  },
  {
    what: 'a deleted account of the same name, purged',
    meanwhile: inTheBin,
    problem: 'account_soft_deleted',
    says: /48 hours/,
    fixes: ['fix-purge_account', 'confirmModalConfirmButton'],
  },
  {
    what: 'quota that is used up',
    meanwhile: (world) => takeQuota(world, 30),
    problem: 'insufficient_quota',
    says: /30,000 tokens per minute left/,
    fixes: ['fix-use_capacity'],
  },
];

async function signedIn(world: WorldName): Promise<Person> {
  stage.simulator.reset(world, 'instant');
  page = await stage.open(pageUrl);
  const person = aPerson(page);
  await signInWithSecret(person);
  return person;
}

async function toPlan({ world = 'empty', meanwhile }: Walk): Promise<Person> {
  const person = await signedIn(world);
  await person.sees('checksBadge');
  meanwhile?.(stage.simulator.state.world);
  await checkAgain(person);
  return person;
}

/** Calls that change something in Azure. */
const writes = () =>
  stage.simulator.requests.filter(
    ({ method, path }) =>
      ['PUT', 'PATCH', 'DELETE'].includes(method) || /register\?|listKeys/.test(path),
  );

describe('the plan shows each obstacle', () => {
  it.each(walks)('$what', async (walk) => {
    const person = await toPlan(walk);
    await person.sees(`problem-${walk.problem}`, walk.says);
    await person.has('setUpButton', 'aria-disabled="true"');
    await person.sees('obstacle', /Solve \d+ problems? first/);

    for (const fix of walk.fixes ?? []) await person.click(fix);
    if (walk.typed) await person.type(...walk.typed);
    if (walk.fixes) await person.isReady();
    expect(writes()).toEqual([]);
  });
});

describe('obstacles are shown as early as they can be', () => {
  it('a missing privilege for connectors: before sign-in', async () => {
    page = await stage.open(pageUrl, { user: 'setup_only' });
    const person = aPerson(page);
    await person.sees('noConnectorPrivilege', /Actions and Connectors: All/);
    // Said once.
    expect(await person.find('problem-connector_privilege_missing').count()).toBe(0);
  });

  it('a provider that is not registered: a button leads to a plan without problems', async () => {
    const person = await signedIn('unregistered_provider');
    const said = await person.sees(
      'problem-provider_not_registered',
      /az provider register -n Microsoft\.CognitiveServices/,
    );
    expect(said).toMatch(
      /registers it in the subscription [^ ]+ It is free, and the provider stays/,
    );
    expect(writes()).toEqual([]);

    await person.click('registerProvider');
    await person.sees('modelRow', /GPT-5\.2/);
    await person.opens('plan');
    await person.isReady();
    expect(writes().map(({ method, path }) => `${method} ${path}`)).toEqual([
      expect.stringMatching(/^POST .*\/providers\/Microsoft\.CognitiveServices\/register\?/),
    ]);
  });

  it('a provider that the person cannot register: the permission and the command', async () => {
    const person = await signedIn('unregistered_provider_no_right');
    await person.click('registerProvider');
    const refused = await person.sees(
      'problem-authorization_failed',
      /Microsoft\.CognitiveServices\/register\/action/,
    );
    expect(refused).toMatch(/az role assignment create .*--role 'Contributor'/);
    await person.sees(
      'problem-provider_not_registered',
      /ask an owner or contributor .* run the command/,
    );
    await person.find('registerProvider').and(page.locator(':enabled')).waitFor();
  });

  it('permissions in one group only: setup uses the account there, and the checks name what it could not read', async () => {
    const person = await signedIn('group_contributor');
    await person.sees('modelRow', /GPT-5\.2/);
    await person.isReady();
    await person.click('checksBadge');
    await person.sees('problem-quota_unreadable', /Usages Reader/);
    await person.sees('verdictCounts', /^(?!.*(problem|warning))/s);
    await page.keyboard.press('Escape');
    await person.find('checksFlyout').waitFor({ state: 'detached' });
    expect(writes()).toEqual([]);
    await person.click('setUpButton');
    await person.sees('doneAnswer', /.{4}/);
  });

  it('a person without a role in any subscription', async () => {
    const person = await signedIn('no_subscription');
    await person.sees('problem-no_subscription', /no role/i);
  });
});
