import { screen, waitFor, within } from '@testing-library/react';
import {
  aDeviceCode,
  aFinishedRun,
  anEnvironment,
  aPlan,
  aRecommendation,
  aRun,
  aRunSummary,
  aSession,
  someOptions,
} from '../test/support/builders';
import { checkIds } from '../common/check';
import { aSetupRequest } from '../test/support/a_setup_request';
import { showApplication, type Setting, type Shown } from '../test/support/fake_core';
import { failure } from '../test/support/fake_http';
import {
  click,
  clickEnabled,
  fill,
  isolateTests,
  leaveField,
  reload,
  see,
  stored,
  usualAnswers,
} from '../test/support/page_driver';

let shown: Shown;
const show = (setting: Setting) => {
  shown = showApplication(setting);
};
const signIn = () => click('signInSubmit');
const secret = 'Very~Secret.Value';
const clientId = '22222222-3333-4444-8555-666666666666';

isolateTests(() => shown);

test('from a device code to the answer of the model: nothing is typed', async () => {
  const request = aRecommendation().request;
  let polls = 0;
  let looks = 0;
  let runId = '';
  show({
    answers: usualAnswers({
      signIn: () => aDeviceCode(),
      pollSignIn: () => (++polls < 2 ? { status: 'pending', interval: 0.05 } : aSession()),
      startRun: ({ body }) => {
        runId = body.runId;
        return { run: { ...aRun(body.request, 2), runId } };
      },
      run: () => ({
        run: ++looks < 2 ? { ...aRun(request, 3), runId } : aFinishedRun(request, { runId }),
      }),
    }),
  });

  await signIn();
  expect(await see('deviceCodeUserCode')).toHaveTextContent('C9RT4KQXZ');
  expect(await see('deviceCodeOpen')).toHaveAttribute('href', 'https://microsoft.com/devicelogin');
  expect(await see('deviceCodeWaiting')).toHaveTextContent(/1[45]:\d\d left/);
  expect(screen.getByText(/Microsoft Azure CLI/)).toBeInTheDocument();

  expect(await see('signedInAs')).toHaveTextContent('ada@contoso.example');
  expect(await see('modelRow')).toHaveTextContent('GPT-5.2');
  expect(screen.getByRole('heading', { name: 'Model' })).toHaveFocus();
  await clickEnabled('reviewButton');

  expect(await see('planRow-account')).toHaveTextContent(
    'Create Azure OpenAI resource kibana-openai-4f2a · East US 2',
  );
  expect(await see('planRow-provider_registration')).toHaveTextContent('Reuse');
  expect(await see('verdictCounts')).toHaveTextContent(`${checkIds.length} passed`);
  expect(await see('setUpButton')).toHaveTextContent('Set up: create 4 resources in East US 2');
  await click('setUpButton');

  expect(await see('runRow-resource_group')).toHaveTextContent('Created · 10 s');
  expect(shown.history.location.search).toBe(`?run=${runId}`);
  expect(await see('doneAnswer')).toHaveTextContent('Hello from East US 2.');
  expect(await see('doneTime')).toHaveTextContent('1 min 35 s');
  expect(await see('openPortalLink')).toHaveAttribute('href', 'https://portal.example/account');
  expect(shown.titles).toContain('2/6 · Connect Azure OpenAI');
  expect(shown.titles.at(-1)).toBe('Connect Azure OpenAI');

  expect(shown.callsOf('signIn')[0]?.body).toEqual({ kind: 'device_code', cloud: 'public' });
  expect(shown.callsOf('recommendation').map(({ body }) => body)).toEqual([
    { session: 'sealed-session', useCase: 'both', fixed: {} },
  ]);
  expect(shown.callsOf('startRun').map(({ body }) => body)).toEqual([
    { session: 'sealed-session', runId, request },
  ]);
});

describe('signing in', () => {
  test('a reload keeps the code that waits to be typed; cancelled, it is forgotten', async () => {
    let finished = false;
    const answers = usualAnswers({
      signIn: () => aDeviceCode(),
      pollSignIn: () => (finished ? aSession() : { status: 'pending', interval: 0.05 }),
    });
    show({ answers });
    await signIn();
    await see('deviceCodeUserCode');
    shown = reload(shown, { answers });
    expect(await see('deviceCodeUserCode')).toHaveTextContent('C9RT4KQXZ');
    expect(shown.callsOf('signIn')).toEqual([]);
    await click('deviceCodeCancel');
    await see('signInSubmit');
    expect(stored()).not.toContain('C9RT4KQXZ');

    await signIn();
    await see('deviceCodeUserCode');
    finished = true;
    shown = reload(shown, { answers });
    expect(await see('modelRow')).toHaveTextContent('GPT-5.2');
    expect(stored()).not.toContain('C9RT4KQXZ');
  });

  test('a kept code that has expired leads back to the form', async () => {
    const answers = usualAnswers({
      signIn: () => aDeviceCode(),
      pollSignIn: () => {
        throw failure({ code: 'device_code_expired' });
      },
    });
    show({ answers: { ...answers, pollSignIn: () => ({ status: 'pending', interval: 60 }) } });
    await signIn();
    await see('deviceCodeUserCode');
    shown = reload(shown, { answers });
    await see('problem-device_code_expired');
    await click('deviceCodeTryAgain');
    expect(await see('signInSubmit')).toBeEnabled();
  });

  const typeServicePrincipal = async () => {
    await click('signInServicePrincipal');
    await fill('servicePrincipalTenant', 'contoso.example');
    await fill('servicePrincipalClientId', clientId);
    await fill('servicePrincipalSecret', secret);
  };

  test('with a service principal: a refusal marks the field, and no secret is kept', async () => {
    let tries = 0;
    show({
      answers: usualAnswers({
        signIn: () => {
          if (++tries === 1) throw failure({ code: 'sign_in_wrong_secret', field: 'clientSecret' });
          return aSession({ kind: 'service_principal', who: 'kibana-app' });
        },
      }),
    });
    await typeServicePrincipal();
    await signIn();
    expect(await see('problem-sign_in_wrong_secret')).toBeInTheDocument();
    expect(await see('servicePrincipalSecret')).toBeInvalid();
    expect(await see('servicePrincipalTenant')).toBeValid();
    await signIn();
    expect(await see('signedInAs')).toHaveTextContent('kibana-app');
    expect(shown.callsOf('signIn')[1]?.body).toEqual({
      kind: 'service_principal',
      cloud: 'public',
      tenant: 'contoso.example',
      clientId,
      clientSecret: secret,
    });
    await see('modelRow');
    expect(stored()).toContain('kibana-app');
    expect(stored()).not.toContain(secret);
    expect(shown.history.location.search).not.toContain(secret);
  });

  test('waits for values that can be right, and says what is wrong when a field is left', async () => {
    show({ answers: usualAnswers() });
    await click('signInServicePrincipal');
    expect(await see('signInSubmit')).toBeDisabled();
    await fill('servicePrincipalClientId', 'not-an-id');
    await leaveField();
    expect(screen.getByText(/An ID such as/)).toBeInTheDocument();
  });

  test('with a pasted token: it goes to the server and nowhere else', async () => {
    show({ answers: usualAnswers() });
    await click('signInAccessToken');
    await fill('accessTokenField', ' eyJ0.token ');
    await signIn();
    await see('modelRow');
    expect(shown.callsOf('signIn')[0]?.body).toEqual({
      kind: 'access_token',
      cloud: 'public',
      accessToken: 'eyJ0.token',
    });
    expect(stored()).not.toContain('eyJ0');
  });

  test('a code that ran out can be asked for again', async () => {
    show({
      answers: usualAnswers({
        signIn: () => aDeviceCode({ session: `code-${Math.random()}`.replace('.', '') }),
        pollSignIn: () => {
          if (shown.callsOf('signIn').length > 1) return { status: 'pending', interval: 60 };
          throw failure({ code: 'device_code_expired' });
        },
      }),
    });
    await signIn();
    expect(await see('problem-device_code_expired')).toBeInTheDocument();
    await click('deviceCodeTryAgain');
    expect(await see('deviceCodeUserCode')).toBeInTheDocument();
    expect(shown.callsOf('signIn')).toHaveLength(2);
  });

  test('what stands in the way in Kibana shows before sign-in', async () => {
    const problem = { code: 'encryption_key_missing' } as const;
    show({
      answers: usualAnswers({
        environment: () =>
          anEnvironment({ verdicts: [{ check: 'kibana_secrets', status: 'fail', problem }] }),
      }),
    });
    const blockers = await see('kibanaBlockers');
    expect(within(blockers).getByTestId('problem-encryption_key_missing')).toBeInTheDocument();
  });

  test.each(['warn', 'unverified'] as const)(
    'what keeps Kibana from Azure shows before sign-in: %s',
    async (status) => {
      const problem = { code: 'azure_unreachable', detail: { host: 'login.example' } } as const;
      show({
        answers: usualAnswers({
          environment: () => anEnvironment({ verdicts: [{ check: 'egress', status, problem }] }),
        }),
      });
      const blockers = await see('kibanaBlockers');
      expect(within(blockers).getByTestId('problem-azure_unreachable')).toBeInTheDocument();
    },
  );

  test('another directory needs a sign-in of its own', async () => {
    const other = '99999999-1111-4222-8333-444444444444';
    const tenants = [...someOptions().tenants, { tenantId: other, displayName: 'Fabrikam' }];
    show({ answers: usualAnswers({ options: () => someOptions({ tenants }) }) });
    await signIn();
    await click('switchDirectory');
    await click(`directory-${other}`);
    await signIn();
    await waitFor(() => expect(shown.callsOf('signIn')).toHaveLength(2));
    expect(shown.callsOf('signIn')[1]?.body).toEqual({
      kind: 'device_code',
      cloud: 'public',
      tenant: other,
    });
  });
});

describe('the draft', () => {
  test('a reload returns to the same place with what was typed', async () => {
    show({ answers: usualAnswers() });
    await signIn();
    await click('nextButton');
    await click('nextButton');
    await fill('targetNameInput', 'My connector');
    expect(shown.leave()).toBe('ask');
    shown = reload(shown, { answers: usualAnswers() });
    expect(await see('targetNameInput')).toHaveValue('My connector');
    expect(shown.callsOf('recommendation')).toEqual([]);
    await clickEnabled('reviewButton');
    expect(await see('planRow-target')).toHaveTextContent('My connector');
    expect(shown.callsOf('plan')[0]?.body).toEqual({
      session: 'sealed-session',
      request: aSetupRequest({ tags: {}, targetName: 'My connector' }),
    });
  });

  test('a change that matters for the rest asks for advice around what the person settled', async () => {
    show({ answers: usualAnswers() });
    await signIn();
    await click('modelUseCase-security');
    await waitFor(() => expect(shown.callsOf('recommendation')).toHaveLength(2));
    expect(shown.callsOf('recommendation')[1]?.body).toMatchObject({ useCase: 'security' });
    await click('nextButton');
    await click('nextButton');
    await fill('targetNameInput', ' 2');
    expect(shown.callsOf('recommendation')).toHaveLength(2);
  });

  test('the form stays usable when a new recommendation cannot be read', async () => {
    const recommendation = ({ body }: { body: { useCase: string; fixed: object } }) => {
      if (body.useCase === 'security') throw failure({ code: 'azure_busy' });
      return aRecommendation(body.fixed);
    };
    show({ answers: usualAnswers({ recommendation }) });
    await signIn();
    await click('modelUseCase-security');
    expect(await see('problem-azure_busy')).toBeInTheDocument();
    await click('nextButton');
    await click('nextButton');
    await fill('targetNameInput', 'My connector');
    await clickEnabled('reviewButton');
    await see('problem-azure_busy');
    await click('backButton');
    await waitFor(() => expect(screen.getByTestId('targetNameInput')).toHaveValue('My connector'));
  });

  test('a value that breaks its rule keeps the review closed, with the reason beside it', async () => {
    show({ answers: usualAnswers() });
    await signIn();
    await click('nextButton');
    await click('nextButton');
    await fill('targetNameInput', '');
    expect(await see('reviewButton')).toBeDisabled();
    expect(await see('obstacle')).toHaveTextContent('Correct first: Connector name.');
  });

  test('signing out forgets all of it', async () => {
    show({ answers: usualAnswers() });
    await signIn();
    await see('modelRow');
    await click('signOut');
    expect(await see('signInSubmit')).toBeInTheDocument();
    expect(stored()).not.toContain('sealed-session');
  });

  test('a sign-in that has ended asks for a new one and comes back to where one was', async () => {
    let plans = 0;
    show({
      answers: usualAnswers({
        plan: ({ body }) => {
          if (++plans === 1) throw failure({ code: 'session_expired' });
          return aPlan(body.request);
        },
      }),
    });
    await signIn();
    await clickEnabled('reviewButton');
    await click('signInAgain');
    await signIn();
    expect(await see('setUpButton')).toBeEnabled();
  });
});

test('earlier setups are listed with their state', async () => {
  const run = aFinishedRun(aSetupRequest());
  show({
    answers: usualAnswers({ runs: () => ({ runs: [aRunSummary(run)] }), run: () => ({ run }) }),
  });
  expect(await see('earlierSetups')).toHaveTextContent('Azure OpenAI - GPT-5.2 Finished');
  await click(`earlierSetup-${run.runId}`);
  expect(await see('doneAnswer')).toBeInTheDocument();
});

describe('without a privilege', () => {
  test('the page says what is missing and whom to send it to', async () => {
    show({ answers: {}, capabilities: { azureOpenaiSetup: { manage: false } } });
    expect(await see('noPrivilege')).toHaveTextContent('You need another privilege');
    expect(await see('privilegeRequest')).toHaveTextContent('Azure OpenAI setup: All');
    expect(shown.calls).toEqual([]);
  });

  test('but to look, one sees what became of the setups one started', async () => {
    const run = aFinishedRun(aSetupRequest());
    show({
      answers: { runs: () => ({ runs: [aRunSummary(run)] }) },
      capabilities: { azureOpenaiSetup: { show: true, manage: false } },
    });
    expect(await see('noPrivilege')).toBeInTheDocument();
    expect(await see('earlierSetups')).toHaveTextContent('Azure OpenAI - GPT-5.2 Finished');
    expect(screen.queryByTestId(`earlierSetup-${run.runId}`)).not.toBeInTheDocument();
  });

  test('to create connectors, the page warns and stays usable', async () => {
    const problem = { code: 'connector_privilege_missing' } as const;
    const environment = () =>
      anEnvironment({ verdicts: [{ check: 'connector_privilege', status: 'fail', problem }] });
    show({
      answers: usualAnswers({ environment }),
      capabilities: { actions: { save: false } },
    });
    expect(await see('noConnectorPrivilege')).toBeInTheDocument();
    expect(await see('signInSubmit')).toBeInTheDocument();
    // Once is enough.
    expect(screen.queryByTestId('kibanaBlockers')).not.toBeInTheDocument();
  });
});
