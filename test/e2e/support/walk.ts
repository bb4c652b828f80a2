import { credentials } from '../../azure';
import { acceptDeviceCode, aPerson, chooseSignIn, signInWithSecret, type Person } from './person';
import { pageUrl, type Stage } from './stage';
import { takeQuota } from './take_quota';

/** Visits the page in one of its states. */
export type Visit = (state: string, person: Person) => Promise<void>;

const aboutQuota = 'insufficient_quota';

async function signInStates({ person, stage, visit }: Walk) {
  await person.sees('signInSubmit');
  await visit('sign in', person);
  await person.click('otherRoles');
  await person.sees('rolesFlyout');
  await visit('sign in, roles', person);
  await person.page.keyboard.press('Escape');
  await signInWithSecret(person, credentials.wrongSecret);
  await person.page.locator('[data-test-subj^="problem-"]').first().waitFor();
  await visit('sign in, refused', person);
  await chooseSignIn(person, 'access_token');
  await person.sees('accessTokenField');
  await visit('sign in, access token', person);
  await person.click('otherWays');
  await person.click('cannotSignIn');
  await person.sees('azureAdminText');
  await visit('sign in, administrator', person);
  await person.click('cannotSignIn');
  await person.click('signInSubmit');
  await person.sees('deviceCodeUserCode');
  await visit('sign in, device code', person);
  await acceptDeviceCode(stage, person);
}

async function planStates({ person, stage, visit }: Walk) {
  await person.opens('plan');
  await person.isReady();
  await visit('plan', person);
  await person.click('signedInAs');
  await person.sees('signOut');
  await visit('plan, account', person);
  await person.page.keyboard.press('Escape');
  for (const row of ['model', 'data', 'throughput', 'cost']) {
    await person.click(`${row}RowChange`);
    await person.sees(`${row}Flyout`);
    await person.page.locator('[role="dialog"] .euiSkeletonText').waitFor({ state: 'detached' });
    await visit(`plan, ${row}`, person);
    await person.page.keyboard.press('Escape');
    await person.find(`${row}Flyout`).waitFor({ state: 'detached' });
  }
  await person.click('checksBadge');
  await person.click('passedChecks');
  await visit('plan, checks', person);
  await person.page.keyboard.press('Escape');
  await person.find('checksFlyout').waitFor({ state: 'detached' });
  await settingsStates({ person, stage, visit });
  const giveBack = takeQuota(stage.simulator.state.world, 0);
  await checkAgain(person);
  await person.sees(`problem-${aboutQuota}`);
  await visit('plan, problems', person);
  giveBack();
  await checkAgain(person);
  await person.isReady();
}

export async function checkAgain(person: Person): Promise<void> {
  await person.click('checksBadge');
  await person.click('checkAgain');
  await person.find('checksFlyout').waitFor({ state: 'detached' });
  await person.sees('checksBadge');
}

async function settingsStates({ person, visit }: Walk) {
  const { page } = person;
  await person.click('moreSettingsButton');
  await page.locator('label[for="networkAccess-selected"]').click();
  await person.click('tagsAdd');
  await visit('plan, settings', person);
  await page.locator('label[for="networkAccess-all"]').click();
  await person.click('tagRemove-1');
  await person.click('resourceMode-existing');
  await person.sees('existingAccountsTable');
  await visit('plan, existing resources', person);
  await page
    .getByRole('row')
    .filter({ hasText: 'contoso-search-openai' })
    .getByRole('button')
    .click();
  await person.sees('existingDeploymentsTable');
  await visit('plan, deployments', person);
  await person.click('resourceMode-new');
  await person.isReady();
  await person.click('moreSettingsButton');
}

async function runStates({ person, stage, visit }: Walk) {
  const { state } = stage.simulator;
  state.delays.accountMs = 300_000;
  await person.click('setUpButton');
  await person.opens('progress');
  await person.find('runRow-account').and(person.page.locator('[data-status="running"]')).waitFor();
  await visit('run', person);
  await person.click('stopButton');
  await person.sees('removals');
  await visit('run, cancel?', person);
  await person.page.keyboard.press('Escape');

  state.faults = [
    {
      match: { method: 'PUT', path: '/deployments/' },
      times: 1,
      action: { status: 403, code: 'RequestDisallowedByPolicy', message: 'Not here.' },
    },
  ];
  state.skewMs += 300_000;
  await person.sees('runProblem');
  await visit('run, stopped', person);
  await person.click('resumeButton');
  await person.opens('done');
  await person.sees('doneAnswer');
  await visit('done', person);
  await person.click('changeSize');
  await person.type('changeSizeNumber', '1');
  await visit('done, throughput', person);
  await person.click('changeSizeCancel');
  await person.click('removeAll');
  await person.sees('removals');
  await visit('done, delete?', person);
  await person.page.keyboard.press('Escape');
}

async function otherStates({ person, stage, visit }: Walk) {
  const { page } = person;
  const { url } = stage.kibana;
  await page.goto(`${url}${pageUrl}?step=sign_in`);
  await person.sees('earlierSetups');
  await visit('your setups', person);
  await page.goto(`${url}${pageUrl}?run=00000000-0000-4000-8000-000000000000`);
  await person.sees('runNotFound');
  await visit('no such run', person);
}

/** Answers as the server does, with one check of Kibana failed. */
async function blockedState({ person, stage, visit }: Walk) {
  const { page } = person;
  await page.evaluate(() => sessionStorage.clear());
  await page.route('**/internal/azure_openai_setup/environment', async (route) => {
    const response = await route.fetch();
    const answer: unknown = await response.json();
    const license = {
      check: 'license',
      status: 'fail',
      problem: { code: 'license_insufficient' },
    };
    await route.fulfill({ response, json: Object.assign({}, answer, { verdicts: [license] }) });
  });
  await page.goto(`${stage.kibana.url}${pageUrl}`);
  await person.click('connectAnother');
  await person.sees('kibanaBlockers');
  await visit('sign in, no license', person);
}

interface Walk {
  stage: Stage;
  person: Person;
  visit: Visit;
}

/** How a page is to be opened. */
export type Look = Parameters<Stage['open']>[1];

/** Visits every state of the page for one person. */
export async function walk(stage: Stage, visit: Visit, look: Look = {}): Promise<void> {
  const person = aPerson(await stage.open(pageUrl, look));
  const all: Walk = { stage, person, visit };
  await signInStates(all);
  await planStates(all);
  await runStates(all);
  await otherStates(all);
  await blockedState(all);
  for (const user of ['viewer', 'setup_only']) {
    const other = aPerson(await stage.open(pageUrl, { ...look, user }));
    await other.sees(user === 'setup_only' ? 'kibanaBlockers' : 'noPrivilege');
    await visit(`as ${user}`, other);
  }
}
