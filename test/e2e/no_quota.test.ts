import { aPerson, signInWithDeviceCode, type Person } from './person';
import { pageUrl, setStage, type Stage } from './stage';

jest.setTimeout(120_000);

let stage: Stage;
let person: Person;

beforeAll(async () => {
  stage = await setStage();
  person = aPerson(await stage.open(pageUrl));
});
afterAll(() => stage.clear());

it('stops at quota that somebody took meanwhile, and a smaller request resumes the run', async () => {
  await signInWithDeviceCode(stage, person);
  await person.click('reviewButton');
  await person.sees('verdictCounts');

  // After the plan, before the button: a colleague deploys the same model.
  const [subscription] = stage.simulator.state.world.subscriptions;
  if (!subscription) throw new Error('the world has no subscription');
  const { quota } = subscription;
  const rows: Record<string, number> = { ...quota.used };
  for (const row of ['standard', 'datazonestandard', 'globalstandard']) {
    const name = `openai.${row}.gpt-5.2`;
    rows[name] = (quota.limits[name] ?? quota.limit) - 40;
  }
  subscription.quota = { ...quota, used: rows };
  await person.click('setUpButton');
  expect(await person.sees('problem-insufficient_quota', 60_000)).toMatch(/40/);

  await person.click('changeField-capacity');
  await person.type('capacityNumber', '40000');
  await person.page.keyboard.press('Tab');
  await person.click('resumeButton');
  await person.sees('doneAnswer', 60_000);

  const deployments = stage.simulator.requests.filter(
    ({ method, path }) => method === 'PUT' && /deployments\/[^/]+\?/.test(path),
  );
  expect(deployments.map(({ status }) => status)).toEqual([400, 201]);
  const accounts = stage.simulator.requests.filter(
    ({ method, path }) => method === 'PUT' && /accounts\/[^/]+\?/.test(path),
  );
  expect(accounts).toHaveLength(1);
});
