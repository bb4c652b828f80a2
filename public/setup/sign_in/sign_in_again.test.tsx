import { aPlan, aSession, tenantId } from '../../../test/support/builders/answers';
import { failure } from '../../../test/support/page/fake_http';
import {
  click,
  fill,
  isolatedPage,
  see,
  seeEnabled,
  usualAnswers,
} from '../../../test/support/page/page_driver';
import type { SignedIn } from '../../../common/sign_in';

const page = isolatedPage();
const bodies = () => page.shown.bodiesOf('signIn');

/** Opens the plan; the session then expires. */
async function expire(session: Partial<SignedIn>): Promise<void> {
  let plans = 0;
  page.open({
    signIn: () => aSession(session),
    plan: ({ body }) => {
      if (++plans === 2) throw failure({ code: 'session_expired' });
      return aPlan(body.request);
    },
  });
  await click('signInSubmit');
  await seeEnabled('setUpButton');
  await click('moreSettingsButton');
  await fill('targetNameInput', 'Renamed');
  await click('signInAgain');
}

describe('after a session has ended, one click', () => {
  it('signs in to the same cloud and directory, and the values stay', async () => {
    await expire({ cloud: 'usGovernment' });
    expect(await see('signInSubmit')).toBeInTheDocument();
    expect(document.body).toHaveTextContent('The cloud is Azure US Government.');
    await click('signInSubmit');
    expect(bodies()[1]).toEqual({
      kind: 'device_code',
      cloud: 'usGovernment',
      tenant: tenantId,
    });
    await seeEnabled('setUpButton');
    expect(await see('planRow-target')).toHaveTextContent('Renamed');
  });

  it('also after a reload', async () => {
    await expire({ cloud: 'china' });
    await see('signInSubmit');
    page.reload({ answers: usualAnswers() });
    await click('signInSubmit');
    expect(bodies()).toEqual([{ kind: 'device_code', cloud: 'china', tenant: tenantId }]);
  });

  it('is replaced by the form of a service principal, which lacks the secret only', async () => {
    const clientId = 'bbbbbbbb-1111-4222-8333-444444444444';
    await expire({ kind: 'service_principal', who: clientId });
    expect(await see('servicePrincipalTenant')).toHaveValue(tenantId);
    expect(await see('servicePrincipalClientId')).toHaveValue(clientId);
    expect(await see('servicePrincipalSecret')).toHaveValue('');
  });
});

it('a refused sign-in does not change the one-click kind', async () => {
  const refused = failure({ code: 'sign_in_wrong_secret', field: 'clientSecret' });
  page.open({
    signIn: () => {
      throw refused;
    },
  });
  await click('otherWays');
  await fill('servicePrincipalTenant', tenantId);
  await fill('servicePrincipalClientId', 'bbbbbbbb-1111-4222-8333-444444444444');
  await fill('servicePrincipalSecret', 'wrong');
  await click('signInSubmit');
  await see('problem-sign_in_wrong_secret');
  await click('otherWays');
  await click('signInSubmit');
  expect(bodies()[1]).toMatchObject({ kind: 'device_code' });
});
