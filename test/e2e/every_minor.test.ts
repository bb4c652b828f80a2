import { latestPatches } from '../../scripts/kibana_version';
import type { Simulator } from '../azure';
import { aPerson, openPlan, type Person } from './support/person';
import { pageUrl, useStage, targetsIn, type Stage } from './support/stage';

const { '9.2': oldest, ...later } = latestPatches;

/** Refuses the next request of this kind, as a policy would. */
const refuseOnce = ({ state }: Simulator, method: string, path: string) => {
  const action = { status: 403, code: 'RequestDisallowedByPolicy', message: 'Not here.' };
  state.faults = [{ match: { method, path }, times: 1, action }];
};

async function remove(person: Person, button: 'removeAll' | 'removeRest'): Promise<void> {
  await person.click(button);
  await person.sees('removals');
  await person.click('undoConfirm');
  await person.find('undoModal').waitFor({ state: 'detached' });
}

/** Only one of both kinds is preselected. */
async function targets(stage: Stage, space: string): Promise<string[]> {
  const { connectors, endpoints } = await targetsIn(stage, space);
  return [...connectors, ...endpoints];
}

/** Setup stopped by a policy, resumed, undone, stopped by a lock, and undone again. */
async function thereAndBack(stage: Stage, space: string): Promise<void> {
  const { simulator } = stage;
  const person = await openPlan(stage, `${space}${pageUrl}`, { user: 'setup_admin' });
  refuseOnce(simulator, 'PUT', '/deployments/');
  await person.click('setUpButton');
  await person.sees('runProblem');
  await person.click('resumeButton');
  await person.sees('doneAnswer', /\S/);
  expect(await targets(stage, space)).toHaveLength(1);

  const [group] = simulator.state.world.groups;
  if (!group) throw new Error('no resource group was created');
  group.locks = [{ name: 'keep', level: 'CanNotDelete' }];
  await remove(person, 'removeAll');
  await person.sees('removeRest');
  expect(simulator.state.world.groups).toHaveLength(1);

  group.locks = [];
  await remove(person, 'removeRest');
  await person.find('removeRest').waitFor({ state: 'detached' });
  await person.page.locator('[data-test-subj="runLive"][data-status="undone"]').waitFor();
  expect(simulator.state.world).toMatchObject({ groups: [], accounts: [] });
  expect(await targets(stage, space)).toEqual([]);
}

describe.each(Object.values(later))('Kibana %s', (version) => {
  const stage = useStage({ version });

  it('resumes, removes and removes again in a space other than the default', async () => {
    await thereAndBack(stage, '/s/marketing');
  });
});

describe(`Kibana ${oldest}`, () => {
  const stage = useStage({ version: oldest });

  it('resumes, removes and removes again in the default space', async () => {
    await thereAndBack(stage, '');
  });

  it('says before sign-in that it cannot act in another space', async () => {
    const person = aPerson(await stage.open(`/s/marketing${pageUrl}`, { user: 'setup_admin' }));
    await person.sees('problem-space_not_supported', /default space/i);
    expect(stage.simulator.state.world).toMatchObject({ groups: [], accounts: [] });
  });
});
