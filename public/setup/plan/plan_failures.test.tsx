import { screen, waitFor, within } from '@testing-library/react';
import type { Fix } from '../../../common/check';
import type { Problem } from '../../../common/problem';
import { aPlan, aRecommendation } from '../../../test/support/builders/answers';
import { failure, type Answers } from '../../../test/support/page/fake_http';
import { emptyDraft } from '../state/draft';
import { loadDraft, saveDraft } from '../state/draft_storage';
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

/** The next call to fail. */
interface Faults {
  plan?: boolean;
  startRun?: boolean;
}

async function showPlan(faults: Faults, more: Answers = {}): Promise<void> {
  open({
    plan: ({ body: { request } }) => {
      if (faults.plan) throw failure({ code: 'azure_busy' });
      return aPlan(request);
    },
    startRun: () => {
      throw failure({ code: 'kibana_unreachable' });
    },
    ...more,
  });
  await click('signInSubmit');
  await seeEnabled('setUpButton');
}

async function changeThroughput(tokens: string): Promise<void> {
  await click('throughputRowChange');
  await fill('capacityNumber', tokens);
  await click('throughputFlyoutSave');
}

test('a plan that could not be checked again is not ready, and can be checked once more', async () => {
  const faults: Faults = {};
  await showPlan(faults);
  faults.plan = true;
  await click('checksBadge');
  await click('checkAgain');
  await see('problem-azure_busy');
  expect(screen.getByRole('heading', { name: "Your plan isn't complete" })).toBeVisible();
  expect(screen.queryByTestId('checksBadge')).not.toBeInTheDocument();
  await seeObstacle('setUpButton', "The plan couldn't be loaded.");
  faults.plan = false;
  await click('planTryAgain');
  await seeEnabled('setUpButton');
  expect(screen.getByRole('heading', { name: 'Your plan is ready' })).toBeVisible();
});

test('a failed start is hidden when the values change', async () => {
  await showPlan({});
  await click('setUpButton');
  await see('problem-kibana_unreachable');
  await changeThroughput('40000');
  await waitFor(() =>
    expect(screen.queryByTestId('problem-kibana_unreachable')).not.toBeInTheDocument(),
  );
});

test('a plan that cannot be checked after a failed start can be checked again', async () => {
  const faults: Faults = {};
  await showPlan(faults);
  await click('setUpButton');
  await see('problem-kibana_unreachable');
  faults.plan = true;
  await click('checksBadge');
  await click('checkAgain');
  await see('problem-azure_busy');
  faults.plan = false;
  await click('planTryAgain');
  await seeEnabled('setUpButton');
});

test('opening a field adds no history entry', async () => {
  await showPlan(
    {},
    {
      plan: ({ body: { request } }) =>
        aPlan(request, {
          verdicts: [
            { check: 'quota', status: 'warn', problem: { code: 'quota_low', field: 'capacity' } },
          ],
        }),
    },
  );
  const { length } = page.shown.history;
  await click('checksBadge');
  await click('changeField-capacity');
  await see('throughputFlyout');
  expect(page.shown.history).toHaveLength(length);
});

describe('a subscription that is gone', () => {
  const other = '99999999-2222-3333-4444-555555555555';
  const answers: Answers = {
    recommendation: ({ body: { fixed } }) => {
      if (fixed.subscriptionId !== other) return aRecommendation(fixed);
      throw failure({ code: 'subscription_not_found', field: 'subscriptionId' });
    },
  };

  test('chosen by the person is replaced by the recommended one, also after a reload', async () => {
    open(answers);
    await click('signInSubmit');
    await seeEnabled('setUpButton');
    const draft = loadDraft('') ?? emptyDraft('security');
    page.shown.unmount();
    saveDraft('', { ...draft, values: { subscriptionId: other } });
    open(answers, { search: '?step=plan' });
    await see('problem-subscription_not_found');
    await click('changeField-subscriptionId');
    await see('subscriptionSelect');
    await seeEnabled('setUpButton');
  });

  test('has no button that changes it where the person did not choose it', async () => {
    open({
      recommendation: () => {
        throw failure({ code: 'subscription_not_found', field: 'subscriptionId' });
      },
    });
    await click('signInSubmit');
    await see('problem-subscription_not_found');
    await see('formTryAgain');
    expect(screen.queryByTestId('changeField-subscriptionId')).not.toBeInTheDocument();
  });
});

describe('a region without quota for the model', () => {
  const problem: Problem = { code: 'insufficient_quota', detail: { needed: 100, free: 0 } };
  const show = async (fixes: Fix[]) => {
    open({
      plan: ({ body: { request } }) =>
        aPlan(request, { verdicts: [{ check: 'quota', status: 'fail', problem, fixes }] }),
    });
    await click('signInSubmit');
    return see('problem-insufficient_quota');
  };

  test('offers the changes that the server found, and no other', async () => {
    const change = { location: 'swedencentral' };
    await show([{ code: 'use_location', change, detail: change }]);
    expect(await see('fix-use_location')).toBeInTheDocument();
    expect(screen.queryByTestId(/^changeField-/)).not.toBeInTheDocument();
  });

  test('offers no change where none helps, but the request for more quota', async () => {
    const shown = await show([]);
    expect(screen.queryByTestId(/^changeField-/)).not.toBeInTheDocument();
    expect(within(shown).getByText('Request more quota')).toBeInTheDocument();
  });
});

test('a plan whose model the assistants cannot use says so above the values', async () => {
  const problem = { code: 'parameter_unsupported', detail: { version: '9.3' } } as const;
  open({
    plan: ({ body: { request } }) => ({
      ...aPlan(request),
      verdicts: [
        { check: 'model_lifecycle', status: 'warn', problem },
        { check: 'quota', status: 'warn', problem: { code: 'quota_low' } },
      ],
    }),
  });
  await click('signInSubmit');
  const shown = await see('problem-parameter_unsupported');
  expect(shown).toHaveTextContent('Update Kibana to version 9.3 or later');
  await seeEnabled('setUpButton');
  expect(screen.queryByTestId('problem-quota_low')).not.toBeInTheDocument();
});
