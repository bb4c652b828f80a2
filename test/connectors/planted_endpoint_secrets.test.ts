import { aDeployment, aGroup, anAccount, credentials, ids, type SimRequest } from '../azure';
import { SetupError } from '../../common/problem';
import type { TargetAuth, TargetSpec } from '../../server/core/targets/target';
import { inferenceStage } from '../support/inference_stage';
import { leakFinder, quotations } from '../support/planted_secrets';
import { quotingReplies } from '../support/quoting_replies';

const id = 'azure-openai-chat-0c8f5f36';
const { clientId, clientSecret } = credentials.inference;
const account = anAccount('team', 'rg', {
  customSubDomainName: 'team',
  deployments: [aDeployment('chat', ['gpt-4.1', '2025-04-14'], ['GlobalStandard', 100])],
});
const key = account.keys.key1;
const scope = `/subscriptions/${ids.main}/resourceGroups/rg/providers/Microsoft.CognitiveServices/accounts/team`;

let stage: Awaited<ReturnType<typeof inferenceStage>>;
beforeAll(async () => {
  stage = await inferenceStage('9.4.6');
});
afterAll(() => stage.stop());

const specOf = (auth: TargetAuth): TargetSpec => ({
  ...{ id, name: 'unused', auth, modelName: 'gpt-4.1' },
  url: 'https://team.openai.azure.com/openai/deployments/chat/chat/completions?api-version=2025-04-01-preview',
});
const withKey = specOf({ apiKey: key });
const withoutKey = specOf({ tenantId: ids.contoso, clientId, clientSecret });

/** The endpoint in a world where everything works. */
async function created(spec: TargetSpec): Promise<void> {
  const { simulator, store, target } = stage;
  simulator.reset('empty');
  const { world } = simulator.state;
  world.groups = [aGroup('rg', 'eastus2')];
  world.accounts = [structuredClone(account)];
  const application = world.apps.find((app) => app.clientId === clientId);
  application?.assignments.push({ scope, role: 'Cognitive Services OpenAI User' });
  for (const one of store.all()) store.delete(one.id);
  expect(await target.create(spec)).toBeUndefined();
}

/** The outputs of all calls of a setup and a conversation, including problems. */
async function outputsOf(spec: TargetSpec): Promise<string> {
  const { target, store } = stage;
  const secrets = 'apiKey' in spec.auth ? [spec.auth.apiKey] : [spec.auth.clientSecret];
  const options = { secrets, timeoutMs: 2_000 };
  const texts: string[] = [];
  const onText = (text: string) => void texts.push(text);
  const calls: Array<() => Promise<unknown>> = [
    () => target.update(spec),
    () => target.update({ ...spec, url: spec.url.replace('2025-04-01', '2025-03-01') }),
    () => target.ask(id, options),
    () => target.chat(id, 'Hello', { ...options, isStreamed: true, onText }),
    () => target.probe(id, 'stream', options),
    () => target.probe(id, 'tools', options),
    () => target.look(id),
    () => target.list(),
    async () => {
      for (const one of store.all()) store.delete(one.id);
      return target.create(spec);
    },
  ];
  const kept: unknown[] = [texts];
  for (const call of calls) {
    kept.push(
      await call().catch((error: unknown) => {
        if (error instanceof SetupError) return [error.problem, error.message];
        throw error;
      }),
    );
  }
  return JSON.stringify(kept);
}

const cells = Object.keys(quotingReplies).flatMap((source) =>
  Object.keys(quotations).map((form): [string, string] => [source, form]),
);

it.each(cells)(
  'no key of an endpoint is kept that Azure quotes in %s, %s',
  async (source, form) => {
    await created(withKey);
    const seen: SimRequest[] = [];
    stage.simulator.state.dataReply = (request) => {
      seen.push(request);
      return quotingReplies[source]?.(quotations[form]?.(key) ?? '');
    };
    expect(leakFinder({ key })(await outputsOf(withKey))).toEqual([]);
    expect(seen[0]?.headers['api-key']).toBe(key);
  },
);

/** Kibana does not know Elasticsearch's token, so a pattern must match it. */
const formsOfTokens = ['plain', 'JSON in JSON'];

it.each(cells.filter(([, form]) => formsOfTokens.includes(form)))(
  'no token of an endpoint is kept that Azure quotes in %s, %s',
  async (source, form) => {
    await created(withoutKey);
    const tokens: string[] = [];
    stage.simulator.state.dataReply = ({ headers: { authorization = '' } }) => {
      const token = authorization.replace(/^Bearer /, '');
      tokens.push(token);
      return quotingReplies[source]?.(quotations[form]?.(token) ?? '');
    };
    const text = await outputsOf(withoutKey);
    const [token = ''] = tokens;
    expect(token.length).toBeGreaterThan(200);
    expect(leakFinder(Object.fromEntries(tokens.entries()))(text)).toEqual([]);
  },
);

it.each(Object.entries(quotations))(
  "no application's secret is kept that Entra ID quotes %s",
  async (_, quote) => {
    await created(withoutKey);
    stage.simulator.state.faults = [
      {
        match: { host: '^login\\.', method: 'POST' },
        action: {
          status: 401,
          code: 'invalid_client',
          message: `AADSTS7000215: ${quote(clientSecret)}`,
        },
      },
    ];
    const text = await outputsOf(withoutKey);
    expect(text).toContain('AADSTS7000215');
    expect(leakFinder({ clientSecret })(text)).toEqual([]);
  },
);
