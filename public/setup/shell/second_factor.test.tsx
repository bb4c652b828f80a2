import {
  aBlockedRun,
  aRecommendation,
  aRun,
  aRunId,
  aSession,
  tenantId,
} from '../../../test/support/builders';
import type { Run } from '../../../common/run';
import { secondFactorClaims } from '../../../common/sign_in';
import type { Answers } from '../../../test/support/fake_http';
import { click, isolatedPage, see, signIn } from '../../../test/support/page_driver';

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
  expect(await see('runRow-model_deployment')).toHaveTextContent('In progress');
  expect(page.shown.bodiesOf('signIn').at(-1)).toEqual({
    ...{ kind: 'device_code', cloud: 'public' },
    ...{ tenant: tenantId, claims: secondFactorClaims },
  });
  expect(page.shown.bodiesOf('resumeRun')[0]).toEqual({ session: 'fresh-session' });
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
