import { credentials } from '../azure';
import { acceptDeviceCode, aPerson, signInWithSecret, type Person } from './person';
import { pageUrl, type Stage } from './stage';
import { takeQuota } from './take_quota';

/** Looks at the page in one of its states. */
export type Visit = (state: string, person: Person) => Promise<void>;

const aboutQuota = 'insufficient_quota';

async function signInStates({ person, stage, visit }: Walk) {
  await person.sees('signInSubmit');
  await visit('connect', person);
  await signInWithSecret(person, credentials.wrongSecret);
  await person.page.locator('[data-test-subj^="problem-"]').first().waitFor();
  await visit('connect, refused', person);
  await person.page.locator('label[for="azureOpenaiSetupSignIn-access_token"]').click();
  await person.click('cannotSignIn');
  await visit('connect, access token', person);
  await person.page.locator('label[for="azureOpenaiSetupSignIn-device_code"]').click();
  await person.click('signInSubmit');
  await person.sees('deviceCodeUserCode');
  await visit('device code', person);
  await acceptDeviceCode(stage, person);
}

async function formStates({ person, visit }: Walk) {
  await person.opens('model');
  await person.sees('modelCard');
  await visit('model', person);
  await person.click('modelChooseAnother');
  await person.sees('offerTable');
  await visit('model, table', person);
  await person.click('modelChooseAnother');
  await person.type('capacityNumber', '10000');
  await person.click('nextButton');
  await person.opens('resource');
  await person.page.locator('label[for="networkAccess-selected"]').click();
  await person.click('tagsAdd');
  await visit('resource', person);
  await person.page.locator('label[for="networkAccess-all"]').click();
  await person.click('tagRemove-1');
  await person.click('resourceMode-existing');
  await person.sees('existingAccountsTable');
  await visit('resource, existing', person);
  await person.page
    .getByRole('row')
    .filter({ hasText: 'contoso-search-openai' })
    .getByRole('button')
    .click();
  await person.sees('existingDeploymentsTable');
  await visit('resource, deployments', person);
  await person.click('resourceMode-new');
  await person.click('nextButton');
  await person.opens('target');
  await visit('target', person);
}

async function reviewStates({ person, stage, visit }: Walk) {
  const giveBack = takeQuota(stage.simulator.state.world, 0);
  await person.click('reviewButton');
  await person.opens('review');
  await person.sees(`problem-${aboutQuota}`);
  await person.click('passedChecks');
  await visit('review, problems', person);
  giveBack();
  await person.click('checkAgain');
  await person.find(`problem-${aboutQuota}`).first().waitFor({ state: 'detached' });
  await visit('review', person);
}

async function setUpStates({ person, stage, visit }: Walk) {
  const { state } = stage.simulator;
  state.delays.accountMs = 300_000;
  await person.click('setUpButton');
  await person.opens('set_up');
  await person.find('runRow-account').and(person.page.locator('[data-status="running"]')).waitFor();
  await visit('set up', person);
  await person.click('stopButton');
  await person.sees('removals');
  await visit('set up, stop?', person);
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
  await visit('set up, stopped', person);
  await person.click('resumeButton');
  await person.sees('doneAnswer');
  await visit('done', person);
  await person.click('changeSize');
  await person.type('changeSizeNumber', '1');
  await visit('done, throughput', person);
  await person.click('changeSizeCancel');
  await person.click('removeAll');
  await person.sees('removals');
  await visit('done, remove?', person);
  await person.page.keyboard.press('Escape');
}

async function otherStates({ person, stage, visit }: Walk) {
  const { page } = person;
  const { url } = stage.kibana;
  await page.goto(`${url}${pageUrl}?step=connect`);
  await person.sees('earlierSetups');
  await visit('connect, earlier setups', person);
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
  await person.sees('kibanaBlockers');
  await visit('connect, no license', person);
}

interface Walk {
  stage: Stage;
  person: Person;
  visit: Visit;
}

/** How a page is to be opened. */
type Look = Parameters<Stage['open']>[1];

/** Goes through every state of the page that one person meets. */
export async function walk(stage: Stage, visit: Visit, look: Look = {}): Promise<void> {
  const person = aPerson(await stage.open(pageUrl, look));
  const all: Walk = { stage, person, visit };
  await signInStates(all);
  await formStates(all);
  await reviewStates(all);
  await setUpStates(all);
  await otherStates(all);
  await blockedState(all);
  for (const user of ['viewer', 'setup_only']) {
    const other = aPerson(await stage.open(pageUrl, { ...look, user }));
    await other.sees(user === 'setup_only' ? 'noConnectorPrivilege' : 'noPrivilege');
    await visit(`as ${user}`, other);
  }
}
