import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { Fix, Verdict } from '../../../common/check';
import { dataRole } from '../../../common/azure/data_roles';
import type { Problem } from '../../../common/problem';
import type { SetupRequest } from '../../../common/setup_request';
import { keylessValues } from '../../../common/targets/targets';
import {
  aPlan,
  aRecommendation,
  verdicts,
  withConflict,
} from '../../../test/support/builders/answers';
import {
  click,
  fill,
  isolatedPage,
  see,
  seeEnabled,
  seeObstacle,
} from '../../../test/support/page/page_driver';

const page = isolatedPage();
const { open } = page;

/** The plan of a subscription in which the checks return these verdicts. */
async function showPlan(find: (request: SetupRequest) => Verdict[]): Promise<void> {
  open({
    plan: ({ body: { request } }) => {
      const found = find(request);
      const names = new Set(found.map(({ check }) => check));
      const rest = verdicts().filter(({ check }) => !names.has(check));
      return aPlan(request, { verdicts: [...rest, ...found] });
    },
  });
  await click('signInSubmit');
  await see('checksBadge');
}

/** The planned requests, in order. */
const planned = () => page.shown.bodiesOf('plan').map(({ request }) => request);

const noQuota = (...fixes: Fix[]): Verdict => ({
  check: 'quota',
  status: 'fail',
  problem: { code: 'insufficient_quota', field: 'capacity', detail: { needed: 100, free: 40 } },
  fixes,
});

const inTheBin: Verdict = {
  check: 'name_free',
  status: 'fail',
  problem: {
    code: 'account_soft_deleted',
    field: 'accountName',
    detail: { name: 'kibana-openai-4f2a', resourceGroup: 'kibana-openai', location: 'eastus2' },
  },
  fixes: [
    {
      code: 'restore_account',
      change: { onDeletedAccount: 'restore' },
      detail: { name: 'kibana-openai-4f2a' },
    },
    {
      code: 'purge_account',
      change: { onDeletedAccount: 'purge' },
      detail: { name: 'kibana-openai-4f2a' },
    },
  ],
};

const binned = ({ onDeletedAccount }: SetupRequest): Verdict[] =>
  onDeletedAccount ? [] : [inTheBin];

test('the throughput row shows the quota that a failed check has read, which is newer than the options', async () => {
  const detail = { needed: 100, free: 0, used: 500, limit: 500 };
  const problem = { code: 'insufficient_quota', detail } as const;
  await showPlan(() => [{ check: 'quota', status: 'fail', problem }]);
  const row = await see('throughputRow');
  expect(row).toHaveTextContent('0 of 500,000 stays available');
  expect(row).toHaveTextContent('No quota is available for this model and deployment type.');
});

test('the rows and the tree are there by name while Azure is being read', async () => {
  const unanswered = new Promise<never>(() => undefined);
  open({ recommendation: () => unanswered });
  await click('signInSubmit');
  const rows = await see('planReading');
  for (const name of ['Model', 'Data processing', 'Throughput', 'Cost', 'Connection']) {
    expect(within(rows).getByText(name)).toBeInTheDocument();
  }
  const tree = screen.getByTestId('creationTree');
  for (const kind of ['Subscription', 'Resource group', 'Model deployment']) {
    expect(within(tree).getByText(kind)).toBeInTheDocument();
  }
  expect(screen.getByTestId('checking')).toHaveTextContent(
    'Reading subscriptions, models, and quota',
  );
});

test('the button counts what will be created: where only the connector is missing, one connector', async () => {
  const there = { resource_group: 'reuse', account: 'reuse', model_deployment: 'reuse' } as const;
  open({
    plan: ({ body: { request } }) => aPlan(request, { actions: there }),
  });
  await click('signInSubmit');
  await see('checksBadge');
  expect(await see('setUpButton')).toHaveTextContent('Create 1 connector');
});

test.each([
  ['', 'Default space'],
  ['/base', 'Default space'],
  ['/base/s/sales', 'sales'],
])('the connector is created in the space of the path %j: %s', async (basePath, space) => {
  open({}, { basePath });
  await click('signInSubmit');
  expect(await see('tree-space')).toHaveTextContent(space);
});

test('the tree names the role assignment, where no keys are used', async () => {
  const keyless: Partial<SetupRequest> = keylessValues;
  open({
    recommendation: () => aRecommendation(keyless),
    plan: ({ body: { request } }) => {
      const plan = aPlan(request);
      const role = { step: 'role_assignment', name: dataRole.name, action: 'create' } as const;
      return { ...plan, steps: [...plan.steps, role] };
    },
  });
  await click('signInSubmit');
  await see('checksBadge');
  expect(await see('planRow-role_assignment')).toHaveTextContent(dataRole.name);
});

test('an expired sign-in is the only problem shown', async () => {
  const ended: Problem = { code: 'session_expired' };
  open({
    plan: ({ body: { request } }) =>
      aPlan(request, {
        verdicts: [
          { check: 'signed_in', status: 'fail', problem: ended },
          { check: 'quota', status: 'unverified', problem: { code: 'quota_unreadable' } },
        ],
      }),
  });
  await click('signInSubmit');
  expect(await see('problem-session_expired')).toBeInTheDocument();
  expect(screen.queryByTestId('problem-quota_unreadable')).not.toBeInTheDocument();
  expect(screen.queryByTestId('checksBadge')).not.toBeInTheDocument();
  await click('signInAgain');
  await click('signInSubmit');
  expect(await see('problem-session_expired')).toBeInTheDocument();
});

describe('a fix', () => {
  test('changes the request, and the plan is made again at once', async () => {
    const fix: Fix = { code: 'use_capacity', change: { capacity: 40 }, detail: { tokens: 40_000 } };
    await showPlan(({ capacity }) => (capacity > 40 ? [noQuota(fix)] : []));
    await seeObstacle('setUpButton', 'Solve 1 problem first.');
    expect(screen.getByRole('heading', { name: 'Solve 1 problem to continue' })).toBeVisible();
    const button = within(await see('verdict-quota')).getByTestId('fix-use_capacity');
    expect(button).toHaveTextContent('Use 40,000 tokens per minute');

    await click('fix-use_capacity');
    await seeEnabled('setUpButton');
    expect(planned()).toMatchObject([{ capacity: 100 }, { capacity: 40 }]);
    expect(screen.getByTestId('appliedFix')).toHaveTextContent('Use 40,000 tokens per minute');
    expect(screen.getByTestId('appliedFix')).toHaveFocus();
    await waitFor(() => expect(screen.getByTestId('appliedFix')).not.toHaveTextContent(/running/));
    expect(screen.queryByTestId('fix-use_capacity')).not.toBeInTheDocument();
  });

  test('is one of several, beside the way to change the value by hand', async () => {
    await showPlan(({ location }) =>
      location === 'swedencentral'
        ? []
        : [
            noQuota(
              {
                code: 'use_location',
                change: { location: 'swedencentral', deploymentType: 'GlobalStandard' },
              },
              { code: 'use_deployment_type', change: { deploymentType: 'DataZoneStandard' } },
            ),
          ],
    );
    const verdict = within(await see('verdict-quota'));
    expect(verdict.getByTestId('fix-use_deployment_type')).toHaveTextContent('Data Zone Standard');
    expect(verdict.getByTestId('changeField-capacity')).toBeInTheDocument();
    expect(verdict.getByTestId('fix-use_location')).toHaveTextContent('Use Sweden Central instead');
    await click('fix-use_location');
    expect(await see('planRow-account')).toHaveTextContent('· Sweden Central');
    expect(await seeEnabled('setUpButton')).toHaveTextContent('Create 4 resources');
  });

  test('of a tag without a value opens the editor, which asks for it', async () => {
    const tagName = 'costCenter';
    const missing = (change: Partial<SetupRequest>): Verdict => ({
      check: 'policy',
      status: 'fail',
      problem: { code: 'policy_requires_tag', field: 'tags', detail: { tagName } },
      fixes: [{ code: 'add_tag', change, detail: { tagName, value: '' } }],
    });
    await showPlan(({ tags }) =>
      tags[tagName] ? [] : [missing({ tags: { ...tags, [tagName]: '' } })],
    );
    await click('fix-add_tag');
    expect(await see('tagName-1')).toHaveValue(tagName);
    expect(await see('tagValue-1')).toBeInvalid();
    await waitFor(() => expect(planned()).toHaveLength(2));
    await seeObstacle('setUpButton', 'Solve 1 problem first.');
    await fill('tagValue-1', '4711');
    await seeEnabled('setUpButton');
    expect(planned().at(-1)).toMatchObject({ tags: { costCenter: '4711' } });
    expect(planned()).toHaveLength(3);
  });
});

test.each([
  ['connector', false],
  ['inference_endpoint', true],
] as const)('the list of checks says when Elasticsearch tests a %s: %s', async (target, says) => {
  open({ recommendation: () => aRecommendation({ target }) });
  await click('signInSubmit');
  await click('checksBadge');
  const list = await see('checksFlyout');
  expect(list.textContent?.includes('Elasticsearch tests the connection')).toBe(says);
});

describe('an action in the list of checks closes the list and opens', () => {
  const list = async (found: Verdict) => {
    await showPlan(() => [found]);
    await click('checksBadge');
    return within(await see('checksFlyout'));
  };
  const expectListClosed = () =>
    expect(screen.queryByTestId('checksFlyout')).not.toBeInTheDocument();

  test('the row of the field', async () => {
    const button = (await list(noQuota())).getByTestId('changeField-capacity');
    fireEvent.click(button);
    expect(await see('throughputFlyout')).toBeInTheDocument();
    expectListClosed();
  });

  test('the settings at the tag that needs a value', async () => {
    const tagName = 'costCenter';
    const button = (
      await list({
        check: 'policy',
        status: 'fail',
        problem: { code: 'policy_requires_tag', field: 'tags', detail: { tagName } },
        fixes: [
          { code: 'add_tag', change: { tags: { [tagName]: '' } }, detail: { tagName, value: '' } },
        ],
      })
    ).getByTestId('fix-add_tag');
    fireEvent.click(button);
    expect(await see('tagName-1')).toHaveValue(tagName);
    expectListClosed();
  });

  test('the sign-in', async () => {
    const button = (
      await list({
        check: 'quota',
        status: 'warn',
        problem: { code: 'session_expires_soon' },
      })
    ).getByTestId('signInAgain');
    fireEvent.click(button);
    expect(await see('signInSubmit')).toBeInTheDocument();
    expectListClosed();
  });
});

describe('a deleted resource of the same name', () => {
  test('is restored: the plan says so, and the choice can be undone', async () => {
    await showPlan(binned);
    await click('fix-restore_account');
    expect(await seeEnabled('setUpButton')).toHaveTextContent('Restore 1 and create 3 resources');
    expect(screen.getByTestId('planRow-account')).toHaveTextContent(/kibana-openai-4f2a.*Restore/);
    expect(planned().at(-1)).toMatchObject({ onDeletedAccount: 'restore' });
    expect(await see('deletedAccountChoice')).toHaveTextContent(
      'The deleted resource kibana-openai-4f2a will be restored with its deployments.',
    );
    const [choice, firstRow] = ['deletedAccountChoice', 'modelRow'].map((id) =>
      screen.getByTestId(id),
    );
    if (!choice || !firstRow) throw new Error('both were expected');
    expect(choice.compareDocumentPosition(firstRow)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    await click('undoDeletedAccountChoice');
    await see('fix-restore_account');
    for (const gone of ['deletedAccountChoice', 'appliedFix'])
      expect(screen.queryByTestId(gone)).not.toBeInTheDocument();
    expect(planned().at(-1)).not.toHaveProperty('onDeletedAccount');
  });

  test('is purged only after the person agreed to what that ends', async () => {
    await showPlan(binned);
    await click('fix-purge_account');
    const modal = await see('purgeModal');
    expect(modal).toHaveTextContent('Purge the deleted resource kibana-openai-4f2a?');
    expect(modal).toHaveTextContent("This can't be undone.");
    expect(modal).toHaveTextContent('of the resource group kibana-openai.');
    await click('confirmModalCancelButton');
    expect(planned()).toHaveLength(1);

    await click('fix-purge_account');
    await click('confirmModalConfirmButton');
    expect(await seeEnabled('setUpButton')).toHaveTextContent('Purge 1 and create 4 resources');
    expect(screen.getByTestId('planRow-account')).toHaveTextContent('Purge, then create');
    expect(planned().at(-1)).toMatchObject({ onDeletedAccount: 'purge' });
    expect(screen.queryByTestId('purgeModal')).not.toBeInTheDocument();
    await waitFor(() => expect(screen.getByTestId('appliedFix')).toHaveFocus());
  });
});

describe('a note about warnings', () => {
  const warning: Verdict = {
    check: 'quota',
    status: 'warn',
    problem: { code: 'quota_low', field: 'capacity', detail: { tokens: 8_000 } },
  };
  const used: Verdict = {
    check: 'connector_name',
    status: 'warn',
    problem: { code: 'connector_name_used', field: 'targetName', detail: { name: 'GPT' } },
  };
  const unseen: Verdict = {
    check: 'resource_group',
    status: 'unverified',
    problem: { code: 'locks_unreadable' },
  };

  test.each([
    [[warning], '1 warning. Review it before you continue.'],
    [[warning, used], '2 warnings. Review them before you continue.'],
    [[unseen], "1 check couldn't be completed. Review it before you continue."],
    [
      [warning, used, unseen],
      "2 warnings, and 1 check couldn't be completed. Review them before you continue.",
    ],
  ])('is shown below an enabled button', async (found, words) => {
    await showPlan(() => found);
    expect(await see('planNote')).toHaveTextContent(words);
    expect(await seeEnabled('setUpButton')).toHaveAccessibleDescription(words);
    await click('reviewChecks');
    const list = within(await see('verdictList'));
    for (const { check } of found) expect(list.getByTestId(`verdict-${check}`)).toBeVisible();
  });

  test('is hidden while a problem blocks', async () => {
    await showPlan(() => [warning, noQuota()]);
    await seeObstacle('setUpButton', 'Solve 1 problem first.');
    expect(screen.queryByTestId('planNote')).not.toBeInTheDocument();
    expect(screen.getAllByTestId('verdict-quota')).toHaveLength(1);
    await click('checksBadge');
    const list = within(await see('verdictList'));
    expect(list.getAllByTestId('verdict-quota')).toHaveLength(2);
  });

  test('is empty if everything passed', async () => {
    await showPlan(() => []);
    await seeEnabled('setUpButton');
    expect(screen.getByTestId('planNote')).toHaveTextContent('You can delete everything later.');
    expect(screen.getByRole('heading', { name: 'Your plan is ready' })).toBeVisible();
  });
});

test('a problem of both a step and a check counts once', async () => {
  const problem = { code: 'keys_disabled', field: 'accountName', detail: { name: 'a' } } as const;
  open({
    plan: ({ body }) =>
      withConflict(
        aPlan(body.request, {
          verdicts: verdicts({ account: { check: 'account', status: 'fail', problem } }),
        }),
        'account',
        problem,
      ),
  });
  await click('signInSubmit');
  await seeObstacle('setUpButton', 'Solve 1 problem first.');
  expect(screen.getByTestId('planRow-account')).toHaveTextContent('Conflict');
  expect(screen.getAllByTestId('problem-keys_disabled')).toHaveLength(1);
  expect(screen.getByTestId('announcement')).toHaveTextContent(/passed, 1 problem$/);
});

test('a problem of a step only counts, too', async () => {
  const problem = { code: 'deployment_conflict', field: 'deploymentName' } as const;
  open({
    plan: ({ body }) => withConflict(aPlan(body.request), 'model_deployment', problem),
  });
  await click('signInSubmit');
  expect(await see('problem-deployment_conflict')).toBeVisible();
  expect(screen.getByTestId('announcement')).toHaveTextContent(/passed, 1 problem$/);
});
