import { screen, waitFor, within } from '@testing-library/react';
import type { Verdict } from '../../../common/check';
import type { Environment } from '../../../common/environment';
import {
  aDeviceCode,
  aFinishedRun,
  anEnvironment,
  aRunSummary,
  aSession,
} from '../../../test/support/builders/answers';
import { aSetupRequest } from '../../../test/support/builders/a_setup_request';
import { failure, type Answers } from '../../../test/support/page/fake_http';
import {
  click,
  fill,
  isolatedPage,
  leaveField,
  see,
  stored,
  usualAnswers,
} from '../../../test/support/page/page_driver';

const page = isolatedPage();
const { open } = page;
const secret = 'Very~Secret.Value';
const clientId = '22222222-3333-4444-8555-666666666666';
const gone = (testSubj: string) =>
  waitFor(() => expect(screen.queryByTestId(testSubj)).not.toBeInTheDocument());
const filledButtons = () => document.querySelectorAll('[class*="euiButton"][class*="-fill-"]');
const bodies = () => page.shown.bodiesOf('signIn');
const environmentOf = (change: Partial<Environment>) => ({
  environment: () => anEnvironment(change),
});

describe('the sign-in', () => {
  test('asks for a device code with one click', async () => {
    open({ signIn: () => aDeviceCode(), pollSignIn: () => ({ status: 'pending', interval: 60 }) });
    expect(await see('signInSubmit')).toHaveTextContent('Sign in with Microsoft');
    expect(filledButtons()).toHaveLength(1);
    await click('signInSubmit');
    expect(await see('deviceCodeUserCode')).toHaveTextContent('C9RT4KQXZ');
    const link = await see('deviceCodeOpen');
    expect(link).toHaveTextContent('Copy code and open Microsoft');
    expect(link).toHaveAttribute('href', 'https://microsoft.com/devicelogin');
    expect(link).toHaveAttribute('target', '_blank');
    expect(await see('deviceCodeWaiting')).toHaveTextContent(/1[45]:\d\d left/);
    expect(screen.getByText(/Microsoft Azure CLI/)).toBeInTheDocument();
    expect(filledButtons()).toHaveLength(1);
    expect(await see('announcement')).toHaveTextContent('Your code is C 9 R T 4 K Q X Z.');
    expect(bodies()).toEqual([{ kind: 'device_code', cloud: 'public' }]);
  });

  test('reserves a place for the code while it is being requested, and removes it on Cancel', async () => {
    let answer = (_code: ReturnType<typeof aDeviceCode>) => {};
    open({ signIn: () => new Promise((resolve) => (answer = resolve)) });
    await click('signInSubmit');
    expect(await see('deviceCodeWaiting')).toHaveTextContent('Getting a code from Microsoft');
    await click('deviceCodeCancel');
    await see('signInSubmit');
    answer(aDeviceCode());
    await new Promise((resolve) => setTimeout(resolve));
    expect(screen.queryByTestId('deviceCodeUserCode')).not.toBeInTheDocument();
    expect(stored()).not.toContain('C9RT4KQXZ');
  });

  test('copies the code when the page of Microsoft opens', async () => {
    const copied: string[] = [];
    document.execCommand = () => {
      copied.push(document.getSelection()?.toString() ?? '');
      return true;
    };
    open({ signIn: () => aDeviceCode(), pollSignIn: () => ({ status: 'pending', interval: 60 }) });
    await click('signInSubmit');
    await click('deviceCodeOpen');
    Reflect.deleteProperty(document, 'execCommand');
    expect(copied).toEqual(['C9RT4KQXZ']);
  });

  const expired = (more: Answers = {}) => ({
    signIn: () => aDeviceCode({ session: `code-${Math.random()}`.replace('.', '') }),
    pollSignIn: () => {
      throw failure({ code: 'device_code_expired' });
    },
    ...more,
  });

  test('names blocked device codes as the likeliest cause and opens the other ways when a code has expired', async () => {
    open(expired());
    await click('signInSubmit');
    expect(await see('problem-device_code_expired')).toHaveTextContent(
      /your organization probably blocks device codes/,
    );
    expect(await see('signInServicePrincipal')).toBeInTheDocument();
    expect(await see('deviceCodeTryAgain')).toHaveTextContent('Get a new code');
    expect(filledButtons()).toHaveLength(1);
    await click('signInServicePrincipal');
    await gone('problem-device_code_expired');
    expect(await see('servicePrincipalTenant')).toBeInTheDocument();
  });

  test('gets a new code for the same directory when the last one has expired', async () => {
    open(
      expired({
        pollSignIn: () => {
          if (bodies().length > 1) return { status: 'pending', interval: 60 };
          throw failure({ code: 'device_code_expired' });
        },
      }),
    );
    await click('otherWays');
    await click('signInDeviceCode');
    await fill('deviceCodeTenant', 'contoso.example');
    await click('signInSubmit');
    await see('problem-device_code_expired');
    await click('signInSubmit');
    expect(await see('deviceCodeUserCode')).toBeInTheDocument();
    const body = { kind: 'device_code', cloud: 'public', tenant: 'contoso.example' };
    expect(bodies()).toEqual([body, body]);
  });

  test('names the tenant that was entered before the other ways were closed', async () => {
    open();
    await click('otherWays');
    await click('signInDeviceCode');
    await fill('deviceCodeTenant', 'contoso.example');
    await click('otherWays');
    expect(await screen.findByText(/You sign in to the tenant contoso\.example\./)).toBeVisible();
  });

  test('offers the usual button when a code that a reload kept has expired', async () => {
    open(expired({ pollSignIn: () => ({ status: 'pending', interval: 60 }) }));
    await click('signInSubmit');
    await see('deviceCodeUserCode');
    page.reload({ answers: usualAnswers(expired()) });
    await see('problem-device_code_expired');
    expect(await see('signInSubmit')).toBeEnabled();
  });

  test('opens the directory field, which takes the focus, when Microsoft needs the directory', async () => {
    open({
      signIn: () => {
        throw failure({ code: 'sign_in_tenant_needed', field: 'tenant' });
      },
    });
    await click('signInSubmit');
    const field = await see('deviceCodeTenant');
    expect(await see('problem-sign_in_tenant_needed')).toBeInTheDocument();
    await waitFor(() => expect(field).toHaveFocus());
    expect(field).toBeInvalid();
    expect(field).toHaveAccessibleDescription(/This value was refused/);
    expect(filledButtons()).toHaveLength(1);
  });

  test.each([
    ['server_identity', 'Sign in as the Kibana server', 'usGovernment'],
    ['device_code', 'Sign in with Microsoft', 'public'],
  ] as const)('begins with %s where that is the likeliest way', async (kind, words, cloud) => {
    open(
      environmentOf({
        signInKinds: [kind, 'service_principal'],
        ...(kind === 'server_identity' && { serverIdentityCloud: cloud }),
      }),
    );
    expect(await see('signInSubmit')).toHaveTextContent(words);
    await click('signInSubmit');
    await see('signedInAs');
    expect(bodies()).toEqual([{ kind, cloud }]);
  });

  test('shows the fields at once where only a way with fields is allowed', async () => {
    open(environmentOf({ signInKinds: ['service_principal', 'access_token'] }));
    expect(await see('servicePrincipalSecret')).toBeInTheDocument();
    await click('otherWays');
    expect(screen.queryByTestId('signInServicePrincipal')).not.toBeInTheDocument();
    expect(screen.queryByTestId('signInDeviceCode')).not.toBeInTheDocument();
    await click('signInAccessToken');
    expect(filledButtons()).toHaveLength(1);
  });
});

describe('the other ways to sign in', () => {
  const typeServicePrincipal = async () => {
    await click('otherWays');
    await click('signInServicePrincipal');
    await fill('servicePrincipalTenant', 'contoso.example');
    await fill('servicePrincipalClientId', clientId);
    await fill('servicePrincipalSecret', secret);
  };

  test('tie a refusal to its field, which takes the focus, and keep no secret', async () => {
    let tries = 0;
    open({
      signIn: () => {
        if (++tries === 1) throw failure({ code: 'sign_in_wrong_secret', field: 'clientSecret' });
        return aSession({ kind: 'service_principal', who: 'kibana-app' });
      },
    });
    await typeServicePrincipal();
    expect(filledButtons()).toHaveLength(1);
    await click('signInSubmit');
    expect(await see('problem-sign_in_wrong_secret')).toBeInTheDocument();
    const field = await see('servicePrincipalSecret');
    expect(field).toBeInvalid();
    expect(field).toHaveAccessibleDescription(/This value was refused/);
    await waitFor(() => expect(field).toHaveFocus());
    expect(await see('servicePrincipalTenant')).toBeValid();
    expect(filledButtons()).toHaveLength(1);
    await click('signInSubmit');
    expect(await see('signedInAs')).toHaveTextContent('kibana-app');
    await see('modelRow');
    expect(stored()).toContain('kibana-app');
    expect(bodies()[1]).toEqual({
      kind: 'service_principal',
      cloud: 'public',
      tenant: 'contoso.example',
      clientId,
      clientSecret: secret,
    });
    expect(stored()).not.toContain(secret);
    expect(page.shown.history.location.search).not.toContain(secret);
  });

  test('say at each field what is missing when the form is sent, and focus the first', async () => {
    open();
    await click('otherWays');
    await click('signInServicePrincipal');
    await fill('servicePrincipalTenant', 'contoso.example');
    await click('signInSubmit');
    const id = await see('servicePrincipalClientId');
    expect(id).toHaveFocus();
    expect(id).toHaveAccessibleDescription(/Enter an ID such as/);
    expect(await see('servicePrincipalSecret')).toBeInvalid();
    expect(await see('servicePrincipalTenant')).toBeValid();
    expect(bodies()).toEqual([]);
  });

  test('say what is wrong with a value when its field is left', async () => {
    open();
    await click('otherWays');
    await click('signInServicePrincipal');
    await fill('servicePrincipalClientId', 'not-an-id');
    await leaveField();
    expect(screen.getByText(/Enter an ID such as/)).toBeInTheDocument();
  });

  test('keep typed values when another way is looked at', async () => {
    open();
    await typeServicePrincipal();
    await click('signInAccessToken');
    await click('signInServicePrincipal');
    expect(await see('servicePrincipalSecret')).toHaveValue(secret);
  });

  test('send a pasted token to the server and nowhere else', async () => {
    open();
    await click('otherWays');
    await click('signInAccessToken');
    await fill('accessTokenField', ' eyJ0.token ');
    await click('signInSubmit');
    await see('signedInAs');
    expect(bodies()).toEqual([
      { kind: 'access_token', cloud: 'public', accessToken: 'eyJ0.token' },
    ]);
    expect(stored()).not.toContain('eyJ0');
  });
});

test('a request for the person who manages Azure can be copied', async () => {
  open();
  await click('cannotSignIn');
  expect(await see('azureAdminText')).toHaveTextContent(/Could you do one of the following\?/);
});

test('five facts show what happens next, with a flyout of sufficient roles', async () => {
  open();
  const facts = within(await see('facts')).getAllByRole('listitem');
  expect(facts.map((fact) => fact.textContent)).toEqual([
    expect.stringContaining('Nothing is created until you confirm it.'),
    expect.stringContaining('About 2 minutes'),
    expect.stringContaining('No keys to copy'),
    expect.stringContaining('Delete everything with one click'),
    expect.stringContaining('Contributor on an Azure subscription.'),
  ]);
  await click('otherRoles');
  expect(await see('rolesFlyout')).toHaveTextContent(/Cognitive Services Contributor/);
});

describe('a problem in Kibana', () => {
  const failing: Verdict = {
    check: 'kibana_secrets',
    status: 'fail',
    problem: { code: 'encryption_key_missing' },
  };

  test('replaces the sign-in until it is solved', async () => {
    let verdicts: Verdict[] = [failing];
    open({ environment: () => anEnvironment({ verdicts }) });
    const blockers = await see('kibanaBlockers');
    expect(within(blockers).getByTestId('problem-encryption_key_missing')).toHaveTextContent(
      'xpack.encryptedSavedObjects.encryptionKey',
    );
    expect(screen.queryByTestId('signInSubmit')).not.toBeInTheDocument();
    expect(screen.queryByTestId('otherWays')).not.toBeInTheDocument();
    expect(filledButtons()).toHaveLength(1);
    verdicts = [];
    await click('checkKibanaAgain');
    expect(await see('signInSubmit')).toBeInTheDocument();
    expect(screen.queryByTestId('kibanaBlockers')).not.toBeInTheDocument();
  });

  test('shows the missing privilege once, with a request to send, when connectors cannot be created', async () => {
    const problem = { code: 'connector_privilege_missing' } as const;
    open(environmentOf({ verdicts: [{ check: 'connector_privilege', status: 'fail', problem }] }), {
      capabilities: { actions: { save: false } },
    });
    expect(await see('privilegeRequest')).toHaveTextContent('Actions and Connectors: All');
    expect(screen.getAllByTestId('noConnectorPrivilege')).toHaveLength(1);
    expect(screen.queryByTestId('problem-connector_privilege_missing')).not.toBeInTheDocument();
    expect(screen.queryByTestId('signInSubmit')).not.toBeInTheDocument();
  });

  test.each(['warn', 'unverified'] as const)(
    'is shown before the sign-in, which stays possible: %s',
    async (status) => {
      const problem = { code: 'azure_unreachable', detail: { host: 'login.example' } } as const;
      open(environmentOf({ verdicts: [{ check: 'egress', status, problem }] }));
      expect(await see('problem-azure_unreachable')).toBeInTheDocument();
      expect(await see('signInSubmit')).toBeInTheDocument();
      expect(filledButtons()).toHaveLength(1);
    },
  );

  test('can be read again when it could not be read', async () => {
    let reads = 0;
    open({
      environment: () => {
        if (++reads === 1) throw failure({ code: 'unexpected' });
        return anEnvironment();
      },
    });
    await click('environmentTryAgain');
    expect(await see('signInSubmit')).toBeInTheDocument();
  });
});

test('a person who is signed in goes to the plan or uses a different account', async () => {
  const run = aFinishedRun(aSetupRequest());
  open({ runs: () => ({ runs: [aRunSummary(run)] }) });
  await click('connectAnother');
  await click('signInSubmit');
  await see('signedInAs');
  open({ runs: () => ({ runs: [aRunSummary(run)] }) }, { search: '?step=connect' });
  expect(await see('signedInAlready')).toHaveTextContent('ada@contoso.example');
  expect(await see('earlierSetups')).toBeInTheDocument();
  expect(filledButtons()).toHaveLength(1);
  await click('reviewPlan');
  await see('setUpButton');
  // A setup can have used names and quota since the last recommendation.
  expect(page.shown.callsOf('recommendation')).toHaveLength(1);
  open({}, { search: '?step=connect' });
  await click('switchAccount');
  expect(await see('signInSubmit')).toBeInTheDocument();
});
