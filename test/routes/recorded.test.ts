import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { inferenceIdOf } from '../../common/targets/inference_id';
import { usageEvents } from '../../server/kibana/usage';
import { ids, secretMarker } from '../azure';
import { until } from '../kibana';
import { answerOf, ask, problem, signIn } from './support/ask';
import { setUpAzureKibana, type AzureKibana } from './support/azure_kibana';
import { useAzureKibana } from './support/use_azure_kibana';
import { atRest, quickTasks as settings } from './support/run_stage';
import { aSetupRequest } from '../support/builders/a_setup_request';
import { jsonLines } from '../support/json_lines';

let env: AzureKibana;
beforeEach(async () => {
  env = await setUpAzureKibana();
});
afterEach(() => env.clear());

const text = (file: string, { home } = env) => readFile(path.join(home, 'data', file), 'utf8');

const counted = v.strictObject({
  domainId: v.literal('azureOpenaiSetup'),
  counterName: v.picklist(usageEvents),
  counterType: v.literal('count'),
  incrementBy: v.literal(1),
});
const counts = async (of = env) =>
  jsonLines(await text('usage.log', of)).map((line) => v.parse(counted, line).counterName);

const audited = v.looseObject({
  message: v.string(),
  event: v.looseObject({ action: v.string(), outcome: v.string() }),
  error: v.optional(v.strictObject({ code: v.string() })),
  user: v.optional(v.looseObject({ name: v.string() })),
});
const auditEvents = async (runId: string, of = env) =>
  jsonLines(await text('audit.log', of))
    .filter((event) => JSON.stringify(event).includes('"azure_openai_setup_'))
    .map((event) => v.parse(audited, event))
    .filter(({ message }) => message.includes(runId));
/** The plugin's own events: what was done, how it ended, and the person who requested it. */
const auditedActions = async (runId: string) =>
  (await auditEvents(runId)).map(({ event, error, user }) =>
    [event.action.replace('azure_openai_setup_', ''), event.outcome, error?.code, user?.name]
      .filter((part) => part !== undefined)
      .join(' '),
  );

it('usage counts each stage from opening the page to undoing, and the audit log has each action once', async () => {
  const kibana = await env.start({ settings });
  await answerOf(kibana, 'environment');
  const session = await signIn(kibana);
  const request = aSetupRequest();
  await answerOf(kibana, 'plan', { body: { session, request } });
  const runId = randomUUID();
  await answerOf(kibana, 'startRun', { body: { session, runId, request } });
  expect(await atRest(kibana, runId)).toMatchObject({ status: 'finished' });
  const dry = { session, dryRun: true };
  await answerOf(kibana, 'undoRun', { runId, body: dry });
  await answerOf(kibana, 'undoRun', { runId, body: { ...dry, dryRun: false } });
  expect(await atRest(kibana, runId)).toMatchObject({ status: 'undone' });

  expect(await counts()).toEqual([
    ...['page_opened', 'signed_in_service_principal', 'review_seen'],
    ...['run_started', 'run_started_connector'],
    ...['run_finished', 'run_finished_connector', 'run_undone'],
  ]);
  expect(await auditedActions(runId)).toEqual([
    ...['start unknown elastic', 'end success'],
    ...['undo unknown elastic', 'undo_end success'],
  ]);
  const told = (await text('usage.log')) + (await text('audit.log'));
  for (const secret of [secretMarker, session, ids.main, request.accountName]) {
    expect(told).not.toContain(secret);
  }
  expect(await text('usage.log')).not.toContain(runId);
});

describe('in a newer Kibana', () => {
  const stage = useAzureKibana({ version: '9.5.4' });

  it.each(['connector', 'inference_endpoint', 'both'] as const)(
    'usage counts the target %s, and the audit log names it in each event of its setup',
    async (target) => {
      const request = aSetupRequest({ target });
      await answerOf(stage.kibana, 'environment');
      const before = (await counts(stage.env)).length;
      const { runId } = await stage.finished(request);
      await answerOf(stage.kibana, 'ask', { runId, body: { question: 'Hello?' } });
      await answerOf(stage.kibana, 'useDefaultModel', { runId, body: { on: true } });
      await answerOf(stage.kibana, 'useDefaultModel', { runId, body: { on: false } });
      expect(await stage.undone(runId)).toMatchObject({ status: 'undone' });

      const named = (await counts(stage.env)).slice(before);
      expect(named.filter((name) => name.includes(target))).toEqual([
        `run_started_${target}`,
        `run_finished_${target}`,
      ]);
      const endpoint = `inference endpoint ${inferenceIdOf(request, runId)}`;
      const main = target === 'connector' ? `connector ${runId}` : endpoint;
      const both = target === 'both' ? `connector ${runId}, ${endpoint}` : main;
      const messages = (await auditEvents(runId, stage.env)).map(({ message }) => message);
      expect([...new Set(messages)]).toEqual([
        `Start of setup ${runId} (${both})`,
        `End of setup ${runId} (${both})`,
        `Question to the model of setup ${runId} (${main})`,
        `Model of setup ${runId} as the default model of the space (${main})`,
        `Return of the default model before setup ${runId} (${main})`,
        `Start of the removal of setup ${runId} (${both})`,
        `End of the removal of setup ${runId} (${both})`,
      ]);
    },
  );
});

it('a run stops at the connector with a problem when the license expires', async () => {
  const accountMs = 10 * 60_000;
  env.simulator.reset('empty', { accountMs });
  const licensed = await env.start({ settings });
  const session = await signIn(licensed);
  const runId = randomUUID();
  await answerOf(licensed, 'startRun', { body: { session, runId, request: aSetupRequest() } });
  await licensed.stop();

  const basic = await env.start({ settings: { ...settings, 'host.license': 'basic' } });
  const { state } = env.simulator;
  await until(
    () => state.world.accounts.length,
    (created) => created === 1,
  );
  state.skewMs += accountMs;
  const run = await atRest(basic, runId);
  expect(run).toMatchObject({ status: 'blocked', problem: { code: 'license_insufficient' } });
  expect(run.steps.find(({ status }) => status === 'failed')).toMatchObject({ step: 'target' });
  const { verdicts } = await answerOf(basic, 'environment');
  expect(verdicts).toContainEqual(expect.objectContaining({ check: 'license', status: 'fail' }));
  expect(await counts()).toContain('run_blocked_license_insufficient');
  expect(await auditedActions(runId)).toContain('end failure license_insufficient');
  await basic.stop();

  const renewed = await env.start({ settings });
  const again = { session: await signIn(renewed) };
  await answerOf(renewed, 'resumeRun', { runId, body: again });
  expect(await atRest(renewed, runId)).toMatchObject({ status: 'finished' });
  expect(await auditedActions(runId)).toContain('resume unknown elastic');
});

it('a start is refused and changes nothing when Kibana has no API keys', async () => {
  const kibana = await env.start({ settings });
  const session = await signIn(kibana);
  const runId = randomUUID();
  await answerOf(kibana, 'startRun', { body: { session, runId, request: aSetupRequest() } });
  await atRest(kibana, runId);
  await kibana.stop();

  const without = await env.start({
    settings: { ...settings, 'xpack.security.authc.api_key.enabled': false },
  });
  const undo = { runId, body: { session, dryRun: false } };
  expect(await ask(without, 'undoRun', undo)).toMatchObject(problem('api_keys_disabled'));
  const resume = { runId, body: { session } };
  expect(await ask(without, 'resumeRun', resume)).toMatchObject(problem('api_keys_disabled'));
  expect((await atRest(without, runId)).status).toBe('finished');
  expect(await env.failures()).toEqual([]);
});

it('a setup works and counts nothing when Kibana has no usage collection', async () => {
  const kibana = await env.start({
    settings: { ...settings, 'host.absentPlugins': ['usageCollection'] },
  });
  expect(await ask(kibana, 'environment')).toMatchObject({ status: 200 });
  await expect(text('usage.log')).rejects.toThrow('ENOENT');
});
