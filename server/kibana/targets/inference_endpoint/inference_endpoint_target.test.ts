import { SetupError } from '../../../../common/problem';
import { aDeployment, aGroup, anAccount, type FaultAction } from '../../../../test/azure';
import { problemOf } from '../../../../test/support/adapter_stage';
import { createGate } from '../../../../test/chaos/gate';
import { inferenceStage } from '../../../../test/support/inference_stage';
import type { TargetSpec } from '../../../core/targets/target';

const account = (name: string) =>
  anAccount(name, 'rg', {
    customSubDomainName: name,
    deployments: [aDeployment('chat', ['gpt-4.1', '2025-04-14'], ['GlobalStandard', 100])],
  });
const [team, other] = [account('team'), account('other')];
const urlOf = (resource: string, version = '2025-04-01-preview') =>
  `https://${resource}.openai.azure.com/openai/deployments/chat/chat/completions?api-version=${version}`;
const wrongKey = 'PLANTED-7f3a-SECRET-key-of-the-account';
const spec: TargetSpec = {
  id: 'azure-openai-chat-0c8f5f36',
  name: 'unused',
  url: urlOf('team'),
  auth: { apiKey: team.keys.key1 },
  modelName: 'gpt-4.1',
};
/** The same with another resource. */
const elsewhere: TargetSpec = {
  ...spec,
  url: urlOf('other'),
  auth: { apiKey: other.keys.key1 },
};

/** Aborts the pending calls of a killed process. */
function aborting() {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}

describe.each(['9.4.0', '9.5.2', '9.6.0'])(
  'an inference endpoint of Elasticsearch %s',
  (version) => {
    let stage: Awaited<ReturnType<typeof inferenceStage>>;
    const stored = () =>
      stage.store.all().map(({ id, serviceSettings }) => [id, serviceSettings['resource_name']]);

    const refuse = (action: FaultAction) => {
      const match = { method: 'POST', path: '/chat/completions' };
      stage.simulator.state.faults = [{ match, action }];
    };

    beforeAll(async () => {
      stage = await inferenceStage(version);
    });
    beforeEach(async () => {
      const { simulator, store, target } = stage;
      simulator.reset('empty');
      simulator.state.world.groups = [aGroup('rg', 'eastus2')];
      simulator.state.world.accounts = [structuredClone(team), structuredClone(other)];
      for (const { id } of store.all()) store.delete(id);
      expect(await target.create(spec)).toBeUndefined();
    });
    afterAll(() => stage.stop());

    it('is created once when the answer to its creation was lost', async () => {
      expect(await stage.target.create(spec)).toBeUndefined();
      expect(stored()).toEqual([[spec.id, 'team']]);
    });

    it('is in conflict with one of the same id that calls another deployment', async () => {
      expect((await problemOf(stage.target.create(elsewhere))).code).toBe(
        'inference_endpoint_conflict',
      );
      expect(stored()).toEqual([[spec.id, 'team']]);
    });

    it.each(['completion', 'text_embedding'])(
      'is in conflict with one of the same id and the task type %s, which stays',
      async (taskType) => {
        const { store, target } = stage;
        store.delete(spec.id);
        const serviceSettings = { resource_name: 'team', deployment_id: 'chat' };
        const foreign = { id: spec.id, taskType, service: 'azureopenai', serviceSettings };
        await store.create({ ...foreign, taskSettings: {} }, { api_key: team.keys.key1 });
        const codes = await Promise.all([
          problemOf(target.look(spec.id)),
          problemOf(target.create(spec)),
          problemOf(target.update(spec)),
          problemOf(target.remove(spec.id)),
        ]);
        expect(codes.map(({ code }) => code)).toEqual(
          codes.map(() => 'inference_endpoint_conflict'),
        );
        expect(codes[0]?.detail).toEqual({ name: spec.id });
        expect(stored()).toEqual([[spec.id, 'team']]);
      },
    );

    it('gets the other key', async () => {
      const wanted = { ...spec, auth: { apiKey: team.keys.key2 } };
      expect(await stage.target.update(wanted)).toBeUndefined();
      expect(await stage.store.secretsOf(spec.id)).toEqual({ api_key: team.keys.key2 });
    });

    it('keeps its key when Azure refuses the new one', async () => {
      const refusal = await stage.target.update({ ...spec, auth: { apiKey: wrongKey } });
      expect(refusal?.status).toBe('propagating');
      expect(await stage.store.secretsOf(spec.id)).toEqual({ api_key: team.keys.key1 });
      expect(JSON.stringify(refusal)).not.toContain('PLANTED');
    });

    it('stays when Elasticsearch itself refuses an update', async () => {
      const refused = await problemOf(stage.target.update({ ...spec, auth: { apiKey: '' } }));
      expect(refused.code).toBe('inference_endpoint_refused');
      expect(await stage.store.secretsOf(spec.id)).toEqual({ api_key: team.keys.key1 });
    });

    it.each([401, 400, 500])(
      'never shows a key that Azure quotes with status %s',
      async (status) => {
        const message = `The key ${wrongKey} is not known.`;
        refuse({ status, code: 'Quoted', message });
        const refusal = await stage.target.update({ ...spec, auth: { apiKey: wrongKey } });
        expect(refusal?.problem.azure?.message).toContain('The key');
        expect(JSON.stringify(refusal)).not.toContain('PLANTED');
      },
    );

    it('says that the host name does not resolve when its resource was deleted', async () => {
      stage.simulator.state.world.accounts = [];
      expect(await stage.target.ask(spec.id)).toMatchObject({
        status: 'propagating',
        problem: { code: 'endpoint_unresolved', detail: { host: 'team.openai.azure.com' } },
      });
    });

    it('is created when it was deleted before an update', async () => {
      stage.store.delete(spec.id);
      expect(await stage.target.update(spec)).toBeUndefined();
      expect(stored()).toEqual([[spec.id, 'team']]);
    });

    it('is replaced when it has to call another resource', async () => {
      expect(await stage.target.update(elsewhere)).toBeUndefined();
      expect(stored()).toEqual([[spec.id, 'other']]);
    });

    it('is there, under one of its ids, whatever call of its replacement is the last', async () => {
      const left: string[] = [];
      for (let position = 0; ; position += 1) {
        const gate = createGate({ position, moment: 'after' });
        const { signal, abort } = aborting();
        const update = gate.inferenceEndpoints(stage.url).update(elsewhere, { signal });
        const isKilled = (await Promise.race([update, gate.killed])) === 'killed';
        abort();
        if (!isKilled) break;
        await expect(update).rejects.toBeInstanceOf(SetupError);
        if (stored().length === 0) left.push(gate.calls.at(-1) ?? '');
        expect(await stage.target.update(elsewhere)).toBeUndefined();
        expect(stored()).toEqual([[spec.id, 'other']]);
        await stage.target.update(spec);
        expect(stored()).toEqual([[spec.id, 'team']]);
      }
      expect(left).toEqual([]);
    });

    it('stays, and nothing with it, when its replacement is refused', async () => {
      const wanted = { ...spec, url: urlOf('other'), auth: { apiKey: wrongKey } };
      expect((await stage.target.update(wanted))?.status).toBe('propagating');
      expect(stored()).toEqual([[spec.id, 'team']]);
    });

    it('stays when a pipeline uses it and it has to be replaced', async () => {
      await stage.client.ingest.putPipeline({
        id: 'summaries',
        processors: [{ inference: { model_id: spec.id } }],
      });
      expect(await problemOf(stage.target.update(elsewhere))).toMatchObject({
        code: 'inference_endpoint_in_use',
        detail: { uses: 'summaries' },
      });
      expect(stored()).toEqual([[spec.id, 'team']]);
      await stage.client.ingest.putPipeline({ id: 'summaries', processors: [] });
    });

    it.each([429, 502, 503])(
      'is not said to be created when something answers %s',
      async (status) => {
        refuse({ status, code: String(status), message: 'no' });
        stage.store.delete(spec.id);
        const refusal = await stage.target.create(spec);
        expect(refusal).toBeDefined();
        expect(stored()).toEqual([]);
      },
    );

    it('stays, and the missing privilege is named, when the person loses it before an update', async () => {
      stage.grant('monitor_inference');
      const wanted = { ...spec, auth: { apiKey: team.keys.key2 } };
      const { code } = await problemOf(stage.target.update(wanted));
      stage.grant();
      expect(code).toBe('inference_privilege_missing');
      expect(await stage.store.secretsOf(spec.id)).toEqual({ api_key: team.keys.key1 });
    });
  },
);

describe('the creation of an inference endpoint', () => {
  it('says that Elasticsearch is unavailable when the connection breaks', async () => {
    const { target, breakDown, stop } = await inferenceStage('9.4.0');
    await breakDown();
    const { code } = await problemOf(target.create(spec));
    await stop();
    expect(code).toBe('elasticsearch_unavailable');
  });
});
