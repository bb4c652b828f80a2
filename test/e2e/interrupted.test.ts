import { until } from '../kibana';
import { aPerson, signInWithDeviceCode, type Person } from './support/person';
import { newestKibana, pageUrl, setStage, type OwnStage } from './support/stage';

const slow = { base: 'quick', accountMs: 12_000 } as const;
/** A dead node's task is taken up again after 14 seconds instead of 90; a tick still has time. */
const settings = { 'host.taskTimeScale': 0.15 };
let stage: OwnStage;

beforeEach(async () => {
  stage = await setStage({ version: newestKibana, speed: slow, settings });
});
afterEach(() => stage.clear());

async function startSetUp(): Promise<Person> {
  const person = aPerson(await stage.open(pageUrl));
  await signInWithDeviceCode(stage, person);
  await person.isReady();
  await person.click('setUpButton');
  await person.sees('runRow-account');
  return person;
}

const puts = (what: RegExp) =>
  stage.simulator.requests.filter(({ method, path }) => method === 'PUT' && what.test(path));

it('a setup continues and the page shows the same run when the page is reloaded', async () => {
  const person = await startSetUp();
  await person.page.waitForURL(/run=/);
  const before = person.page.url();
  await person.page.reload();
  await person.sees('runRow-account');
  expect(person.page.url()).toBe(before);
  await person.sees('doneAnswer');
  expect(puts(/accounts\/[^/]+\?/i)).toHaveLength(1);
});

it('survives a killed Kibana, and creates nothing twice', async () => {
  const person = await startSetUp();
  await person.page.waitForURL(/run=/);
  const query = new URL(person.page.url()).search;
  await until(
    () => puts(/accounts\/[^/]+\?/i).length,
    (count) => count === 1,
  );
  const other = await stage.addNode();
  await stage.kibana.kill();

  const again = aPerson(await stage.open(`${pageUrl}${query}`, { on: other }));
  await again.sees('doneAnswer');
  expect(puts(/resourcegroups\/[^/]+\?/i)).toHaveLength(1);
  expect(puts(/accounts\/[^/]+\?/i)).toHaveLength(1);
  expect(puts(/deployments\/[^/]+\?/i)).toHaveLength(1);
});
