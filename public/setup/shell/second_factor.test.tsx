import { screen, waitFor } from '@testing-library/react';
import {
  aBlockedRun,
  aFinishedRun,
  aRecommendation,
  aRun,
  aRunId,
  aSession,
  tenantId,
} from '../../../test/support/builders/answers';
import type { Run } from '../../../common/run';
import { secondFactorClaims } from '../../../common/sign_in';
import type { Answers } from '../../../test/support/page/fake_http';
import {
  click,
  fill,
  isolatedPage,
  see,
  seeText,
  signIn,
} from '../../../test/support/page/page_driver';

const { request } = aRecommendation();
const search = `?run=${aRunId}`;

const page = isolatedPage();

/** Opens a run with an existing session. */
const signedInAt = (answers: Answers) => page.openSignedIn(answers, { search });

test('a run that needs a second factor continues after a sign-in with the challenge in the same tenant', async () => {
  let run: Run = aBlockedRun(request, 2, {
    code: 'sign_in_claims_required',
    detail: { claims: secondFactorClaims },
  });
  let fresh = aSession();
  await signedInAt({
    signIn: () => fresh,
    run: () => ({ run }),
    resumeRun: () => {
      run = aRun(request, 3);
      return { run };
    },
  });
  fresh = aSession({ session: 'fresh-session' });
  expect(await see('signInAgain')).toHaveTextContent('Sign in again with a second factor');
  await click('signInAgain');
  expect(await see('claimsChallenge')).toBeInTheDocument();
  expect(document.body).toHaveTextContent(`You sign in to the tenant ${tenantId}.`);
  await signIn();
  await seeText('runRow-model_deployment', 'In progress');
  expect(page.shown.bodiesOf('signIn').at(-1)).toEqual({
    ...{ kind: 'device_code', cloud: 'public' },
    ...{ tenant: tenantId, claims: secondFactorClaims },
  });
  expect(page.shown.bodiesOf('resumeRun')[0]).toEqual({ session: 'fresh-session' });
});

test('a throughput change that needs a second factor continues after the sign-in', async () => {
  const setup = aFinishedRun(request);
  const { startedAt, finishedAt } = setup;
  const line = { step: 'deployment_capacity', name: request.deploymentName } as const;
  const problem = {
    code: 'sign_in_claims_required',
    detail: { claims: secondFactorClaims },
  } as const;
  let change: Run | undefined;
  await signedInAt({
    signIn: () => aSession(),
    changeSize: ({ body: { changeId, capacity, dryRun } }) => {
      const sizes = { capacity: 100, tokensPerUnit: 1_000, minimum: 1, maximum: 250, step: 1 };
      if (dryRun || capacity === undefined) return { sizes, verdicts: [] };
      const steps: Run['steps'] = [{ ...line, status: 'failed', problem }];
      const about = { runId: changeId, workflow: 'change_size', setUpId: aRunId } as const;
      change = { ...about, request, startedAt, status: 'blocked', problem, steps };
      return { sizes, verdicts: [], run: change };
    },
    run: ({ params: { runId } }) => {
      if (change && runId === change.runId) return { run: change };
      const lastChange = change && { changeId: change.runId, startedAt };
      return { run: { ...setup, ...(lastChange && { lastChange }) } };
    },
    resumeRun: ({ params: { runId } }) => {
      const steps: Run['steps'] = [{ ...line, status: 'done', finishedAt }];
      const about = { runId, workflow: 'change_size', setUpId: aRunId } as const;
      change = { ...about, request, startedAt, status: 'finished', finishedAt, steps };
      return { run: change };
    },
  });
  await click('changeSize');
  await fill('changeSizeNumber', '200000');
  await click('changeSizeConfirm');
  await see('problem-sign_in_claims_required');
  await click('signInAgain');
  await signIn();
  await waitFor(() => expect(page.shown.callsOf('resumeRun')).toHaveLength(1));
  expect(page.shown.callsOf('resumeRun')[0]?.params).toEqual({ runId: change?.runId });
  await see('changeSize');
  expect(screen.queryByTestId('problem-sign_in_claims_required')).not.toBeInTheDocument();
});

test('the command for an access token contains the challenge when a run needs a second factor', async () => {
  const run: Run = aBlockedRun(request, 2, {
    code: 'sign_in_claims_required',
    detail: { claims: secondFactorClaims },
  });
  await signedInAt({ run: () => ({ run }) });
  await click('signInAgain');
  await click('otherWays');
  await click('signInAccessToken');
  await see('accessTokenField');
  expect(document.body).toHaveTextContent(
    `az login --tenant '${tenantId}' --claims-challenge '${btoa(secondFactorClaims)}'`,
  );
});
