import { azureInProcess, type AzureInProcess } from '../../../test/support/azure_in_process';
import { problemOf } from '../../../test/support/adapter_stage';
import { aSetupRequest } from '../../../test/support/builders/a_setup_request';
import { fakeTargets } from '../../../test/support/fake_target';
import { credentials, ids, worlds, type WorldName, type WorldState } from '../../../test/azure';
import { assignmentName, roleAssignment } from './role_assignment';
import type { StepContext } from './step';

const runId = '5e0c1d1e-7c7e-4a3b-9d55-0a1b2c3d4e5f';
const otherRun = '11111111-7c7e-4a3b-9d55-0a1b2c3d4e5f';
const { clientId, clientSecret } = credentials.inference;
const principalId = `e${clientId.slice(1)}`;
const application = { clientId, clientSecret, principalId, tenantId: ids.contoso };
const request = aSetupRequest({
  resourceGroup: 'rg-team',
  accountName: 'team-openai',
  target: 'inference_endpoint',
  authentication: 'entra_id',
  applicationId: clientId,
});

const contextIn = (azure: AzureInProcess, change: Partial<StepContext> = {}): StepContext => ({
  request,
  runId,
  azure,
  targets: fakeTargets(),
  application,
  ...change,
});
/** A world in which accounts take no keys, and a context in it. */
const stage = (world: WorldName = 'keys_off', change: Partial<StepContext> = {}) => {
  const azure = azureInProcess(worlds[world]());
  return { azure, context: contextIn(azure, change) };
};
const assignmentsIn = ({ world }: { world: WorldState }) =>
  world.apps.find((app) => app.clientId === clientId)?.assignments ?? [];
const undo = async (context: StepContext) => {
  for (let pass = 0; pass < 5; pass += 1) {
    if (await roleAssignment.undo?.remove(context)) return;
  }
  throw new Error('It is never gone.');
};

it('assigns the role once, says who created it, and undo leaves nothing', async () => {
  const { azure, context } = stage();
  const before = structuredClone(azure.world.apps);
  expect(await roleAssignment.look(context)).toEqual({ state: 'missing' });
  await roleAssignment.apply(context);
  await roleAssignment.apply(context);
  expect(assignmentsIn(azure)).toMatchObject([
    { name: assignmentName(request, principalId, runId) },
  ]);
  expect(assignmentsIn(azure)[0]?.description).toContain(runId);
  expect(await roleAssignment.look(context)).toMatchObject({ state: 'present', owned: true });
  expect(await roleAssignment.undo?.find(context)).toMatchObject({ step: 'role_assignment' });
  await undo({ ...context, application: undefined });
  expect(azure.world.apps).toEqual(before);
});

it('reuses an equal assignment of others, and keeps it', async () => {
  const { azure, context } = stage('role_assigned_already');
  const before = structuredClone(azure.world.apps);
  expect(await roleAssignment.look(context)).toMatchObject({ state: 'present', owned: false });
  expect(await roleAssignment.apply(context)).toEqual({ reused: true });
  expect(await roleAssignment.undo?.find(context)).toBeUndefined();
  await undo(context);
  expect(azure.world.apps).toEqual(before);
});

it('reuses a role of the resource group', async () => {
  const { azure } = stage();
  assignmentsIn(azure).push({
    scope: `/subscriptions/${ids.main}/resourceGroups/rg-team`,
    role: 'Cognitive Services User',
  });
  expect(await roleAssignment.look(contextIn(azure))).toMatchObject({
    state: 'present',
    owned: false,
  });
});

it('leaves the assignment of another run alone', async () => {
  const { azure } = stage();
  await roleAssignment.apply(contextIn(azure));
  const other = contextIn(azure, { runId: otherRun });
  expect(await roleAssignment.look(other)).toMatchObject({ state: 'present', foreign: true });
  await undo(other);
  expect(assignmentsIn(azure)).toHaveLength(1);
});

it('does not claim a concurrent assignment of another run', async () => {
  const { azure } = stage();
  const [first, second] = [contextIn(azure), contextIn(azure, { runId: otherRun })];
  expect(await roleAssignment.look(first)).toEqual({ state: 'missing' });
  expect(await roleAssignment.look(second)).toEqual({ state: 'missing' });
  await roleAssignment.apply(first);
  expect(await roleAssignment.apply(second)).toEqual({ reused: true });
  await undo(second);
  expect(assignmentsIn(azure)).toHaveLength(1);
  await undo(first);
  expect(assignmentsIn(azure)).toEqual([]);
});

it('waits when Azure knows of an equal assignment that its list does not have yet', async () => {
  const { azure } = stage();
  await roleAssignment.apply(contextIn(azure, { runId: otherRun }));
  const late = { ...contextIn(azure), azure: { ...azure, roleAssignments: async () => [] } };
  expect(await roleAssignment.apply(late)).toMatchObject({
    waiting: { code: 'role_assignment_conflict' },
  });
  expect(assignmentsIn(azure)).toHaveLength(1);
});

it('is kept, and the lock is named, when a lock keeps the account', async () => {
  const { azure } = stage();
  await roleAssignment.apply(contextIn(azure));
  for (const account of azure.world.accounts) {
    account.locks = [{ name: 'keep', level: 'CanNotDelete' }];
  }
  expect(await problemOf(undo(contextIn(azure)))).toMatchObject({ code: 'scope_locked' });
  expect(assignmentsIn(azure)).toHaveLength(1);
});

it('deletes what it assigned to an application that the request no longer names', async () => {
  const { azure } = stage();
  await roleAssignment.apply(contextIn(azure));
  await undo(contextIn(azure, { request: { ...request, applicationId: ids.azureCli } }));
  expect(assignmentsIn(azure)).toEqual([]);
});

it.each<[string, Partial<StepContext>]>([
  ['no application', { application: undefined }],
  ['another application', { application: { ...application, clientId: ids.azureCli } }],
])('needs the secret when the session has %s', async (_, change) => {
  const { context } = stage('keys_off', change);
  const expected = { code: 'application_secret_missing', field: 'clientSecret' };
  expect(await problemOf(roleAssignment.look(context))).toMatchObject(expected);
  expect(await problemOf(roleAssignment.apply(context))).toMatchObject(expected);
});

it('is missing in a plan before the application is known', async () => {
  const { context } = stage('keys_off', { runId: undefined, application: undefined });
  expect(await roleAssignment.look(context)).toEqual({ state: 'missing' });
});

it('names the permission when the role cannot be assigned', async () => {
  const { context } = stage('keys_off_cannot_assign');
  expect(await problemOf(roleAssignment.apply(context))).toMatchObject({
    code: 'role_assignment_forbidden',
    detail: { application: credentials.inference.clientId },
  });
});

it('waits when Azure does not know the application yet', async () => {
  const { azure } = stage();
  azure.world.apps = azure.world.apps.filter((app) => app.clientId !== clientId);
  expect(await problemOf(roleAssignment.apply(contextIn(azure)))).toMatchObject({
    code: 'principal_not_found',
    field: 'applicationId',
  });
});
