import { aPerson, signInWithDeviceCode, type Person } from './support/person';
import { oldestKibana, pageUrl, useStage } from './support/stage';
import { takeQuota } from './support/take_quota';

const stage = useStage({ version: oldestKibana });
let person: Person;
beforeAll(async () => {
  person = aPerson(await stage.open(pageUrl));
});

it('a run stops when others use the quota, and resumes with less throughput', async () => {
  await signInWithDeviceCode(stage, person);
  await person.isReady();

  // After the plan, before the button: a colleague deploys the same model.
  takeQuota(stage.simulator.state.world, 40);
  await person.click('setUpButton');
  await person.sees('problem-insufficient_quota', /40/);

  await person.click('changeField-capacity');
  await person.type('capacityNumber', '40000');
  await person.click('throughputFlyoutSave');
  await person.click('resumeButton');
  await person.sees('doneAnswer');

  const deployments = stage.simulator.requests.filter(
    ({ method, path }) => method === 'PUT' && /deployments\/[^/]+\?/.test(path),
  );
  expect(deployments.map(({ status }) => status)).toEqual([400, 201]);
  const accounts = stage.simulator.requests.filter(
    ({ method, path }) => method === 'PUT' && /accounts\/[^/]+\?/.test(path),
  );
  expect(accounts).toHaveLength(1);
});
