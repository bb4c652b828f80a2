import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Problem } from '../../../common/problem';
import type { Run } from '../../../common/run';
import { keylessValues } from '../../../common/targets/targets';
import { aSetupRequest } from '../../../test/support/builders/a_setup_request';
import { aBlockedRun, aRun, aRunId } from '../../../test/support/builders/answers';
import { failure, type Answers } from '../../../test/support/page/fake_http';
import { click, fill, isolatedPage, see, signIn } from '../../../test/support/page/page_driver';

const applicationId = 'c0000000-0000-4000-8000-000000000005';
const otherId = 'c0000000-0000-4000-8000-000000000006';
const secret = 'S3CR3T-of-a-test';
const request = aSetupRequest({ ...keylessValues, applicationId });

const page = isolatedPage();
const user = userEvent.setup({ pointerEventsCheck: 0 });
const search = `?run=${aRunId}`;

/** A run that this problem has stopped. */
function answersFor(problem: Problem, more: Answers = {}): Answers {
  let run: Run = aBlockedRun(request, 3, problem);
  return {
    run: () => ({ run }),
    application: () => ({ session: 'renewed' }),
    resumeRun: ({ body }) => {
      run = aRun(body.request ?? request, 3);
      return { run };
    },
    ...more,
  };
}

const missing: Problem = { code: 'application_secret_missing', field: 'clientSecret' };
const refused: Problem = { code: 'application_token_refused', detail: { reason: 'AADSTS7000215' } };

/** Opens the run with an existing session. */
const openRun = (answers: Answers) => page.openSignedIn(answers, { search });

const resumed = () => page.shown.bodiesOf('resumeRun');
const filled = () =>
  screen.getAllByRole('button').filter(({ className }) => className.includes('fill'));

describe.each([
  ['that lost its secret with a new sign-in', missing],
  ['whose secret Elasticsearch could not use', refused],
])('a run without keys %s', (_what, problem) => {
  it('continues with the entered secret', async () => {
    await openRun(answersFor(problem));
    expect(await see(`problem-${problem.code}`)).toBeInTheDocument();
    expect(await see('applicationIdInput')).toHaveValue(applicationId);
    expect(screen.queryByTestId('changeField-applicationId')).not.toBeInTheDocument();
    expect(screen.queryByTestId('resumeButton')).not.toBeInTheDocument();
    expect(filled()).toEqual([screen.getByTestId('useApplication')]);
    await fill('applicationSecretInput', secret);
    await click('useApplication');
    expect(await see('runProgress')).toBeInTheDocument();
    expect(resumed()).toEqual([{ session: 'renewed' }]);
    expect(JSON.stringify([{ ...sessionStorage }, { ...localStorage }])).not.toContain(secret);
  });
});

describe('the secret of a stopped run', () => {
  it('shows a refusal once and focuses its field', async () => {
    const wrong: Problem = { code: 'sign_in_wrong_secret', field: 'clientSecret' };
    const application = () => {
      throw failure(wrong);
    };
    await openRun(answersFor(missing, { application }));
    await fill('applicationSecretInput', secret);
    await click('useApplication');
    expect(await see('problem-sign_in_wrong_secret')).toBeInTheDocument();
    expect(screen.queryByTestId('problem-application_secret_missing')).not.toBeInTheDocument();
    await waitFor(() => expect(screen.getByTestId('applicationSecretInput')).toHaveFocus());
    expect(screen.getByTestId('applicationSecretInput')).toBeInvalid();
    expect(resumed()).toEqual([]);
  });

  it('focuses the empty field and sends nothing', async () => {
    await openRun(answersFor(missing));
    await see('applicationIdInput');
    await click('useApplication');
    expect(screen.getByTestId('applicationSecretInput')).toHaveFocus();
    expect(page.shown.callsOf('application')).toEqual([]);
  });

  it('continues with another application', async () => {
    await openRun(answersFor(missing));
    await see('applicationIdInput');
    await fill('applicationIdInput', otherId);
    await fill('applicationSecretInput', secret);
    await click('useApplication');
    await see('runProgress');
    expect(resumed()).toEqual([
      { session: 'renewed', request: { ...request, applicationId: otherId } },
    ]);
  });

  it('is entered in another browser after the sign-in', async () => {
    page.open(answersFor(missing), { search });
    const button = await see('resumeButton');
    expect(button).toHaveTextContent('Sign in to Azure first');
    expect(filled()).toEqual([button]);
    expect(screen.queryByTestId('changeField-applicationId')).not.toBeInTheDocument();
    await user.click(button);
    await signIn();
    await fill('applicationSecretInput', secret);
    expect(resumed()).toEqual([]);
    await click('useApplication');
    await see('runProgress');
    expect(resumed()).toEqual([{ session: 'renewed' }]);
  });
});
