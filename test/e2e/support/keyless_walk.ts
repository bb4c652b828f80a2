import { credentials } from '../../azure';
import { aPerson, openPlan, signInWithSecret, type Person } from './person';
import { pageUrl, type Stage } from './stage';
import { checkAgain, type Look, type Visit } from './walk';

const { clientId, clientSecret } = credentials.inference;

export async function enterApplication(person: Person, secret = clientSecret): Promise<void> {
  await person.type('applicationIdInput', clientId);
  await person.type('applicationSecretInput', secret);
  await person.click('useApplication');
}

interface Walk {
  stage: Stage;
  person: Person;
  visit: Visit;
}

/** The application that signs in to Azure, as the simulated directory has it. */
function signedInApp({ simulator }: Stage) {
  const { apps } = simulator.state.world;
  const app = apps.find((one) => one.clientId === credentials.good.clientId);
  if (!app) throw new Error('the application is not in this world');
  return app;
}

async function applicationStates({ person, visit }: Walk) {
  await person.click('moreSettingsButton');
  await person.sees('keylessSwitch');
  await person.find('keylessSwitch').scrollIntoViewIfNeeded();
  await visit('plan, with keys', person);
  await person.click('keylessSwitch');
  await person.sees('problem-application_missing');
  await visit('plan, no application', person);
  await enterApplication(person, 'not the secret');
  await person.sees('problem-sign_in_wrong_secret');
  await visit('plan, secret refused', person);
  await enterApplication(person);
  await person.sees('applicationUsed');
  await person.isReady();
  await visit('plan, without keys', person);
}

async function roleState({ stage, person, visit }: Walk) {
  const app = signedInApp(stage);
  const before = app.assignments;
  app.assignments = before.map((one) => ({ ...one, role: 'Contributor' }));
  await checkAgain(person);
  await person.sees('problem-role_assignment_forbidden');
  await visit('plan, role missing', person);
  app.assignments = before;
  await checkAgain(person);
  await person.isReady();
}

async function accountStates({ person, visit }: Walk) {
  await person.click('resourceMode-existing');
  await person.sees('existingAccountsTable');
  await person.find('existingAccount-team-openai').getByRole('button').click();
  await person.isReady();
  await visit('plan, account without keys', person);
  await person.click('moreSettingsButton');
  await visit('plan, account without keys, folded', person);
}

async function runStates({ stage, person, visit }: Walk) {
  const { state } = stage.simulator;
  state.delays.roleMs = 12 * 60_000;
  await person.click('setUpButton');
  await person.opens('progress');
  const waiting = person.page.locator('[data-status="running"]');
  await person.find('runRow-inference_endpoint').and(waiting).waitFor();
  await visit('run, role unknown yet', person);
  state.faults = [
    {
      match: { method: 'POST', path: '/chat/completions' },
      times: 1,
      action: { status: 400, code: 'content_filter', message: 'Not this question.' },
    },
  ];
  state.skewMs += 720_000;
  await person.sees('runProblem');
  await visit('run, stopped', person);
}

/** In another browser the sign-in holds no application. */
async function elsewhereStates({ stage, visit }: Walk, where: string, look: Look) {
  const person = aPerson(await stage.open(where, look));
  await person.sees('runProblem');
  await visit('elsewhere, signed out', person);
  await person.click('resumeButton');
  await signInWithSecret(person);
  await person.opens('progress');
  await person.click('resumeButton');
  await person.sees('problem-application_secret_missing');
  await visit('elsewhere, secret missing', person);
  await enterApplication(person, 'not the secret');
  await person.sees('problem-sign_in_wrong_secret');
  await visit('elsewhere, secret refused', person);
  await enterApplication(person);
  await person.opens('done');
  await person.sees('doneAnswer');
  await visit('done', person);
  await person.click('removeAll');
  await person.sees('removals');
  await visit('done, delete?', person);
  await person.click('undoConfirm');
  await person.page.locator('[data-test-subj="runLive"][data-status="undone"]').waitFor();
  await visit('deleted', person);
}

/** Visits every state of a keyless setup, in the world `keys_off`. */
export async function keylessWalk(stage: Stage, visit: Visit, look: Look = {}): Promise<void> {
  const person = await openPlan(stage, pageUrl, look);
  const all: Walk = { stage, person, visit };
  await applicationStates(all);
  await roleState(all);
  await accountStates(all);
  await runStates(all);
  const { pathname, search } = new URL(person.page.url());
  await elsewhereStates(all, `${pathname}${search}`, look);
}
