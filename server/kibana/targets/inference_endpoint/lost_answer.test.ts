import type { KibanaRequest } from '@kbn/core/server';
import { errors } from '@elastic/elasticsearch';
import { problemOf } from '../../../../test/support/adapter_stage';
import type { TargetSpec } from '../../../core/targets/target';
import { createInferenceEndpointTarget, type InferenceServices } from './inference_endpoint_target';

const key = 'PLANTED-7f3a-SECRET-key-of-the-account';
const spec: TargetSpec = {
  id: 'azure-openai-chat-0c8f5f36',
  name: 'unused',
  url: 'https://team.openai.azure.com/openai/deployments/chat/chat/completions?api-version=2025-04-01-preview',
  auth: { apiKey: key },
  modelName: 'gpt-5.2',
};
const stored = {
  inference_id: spec.id,
  task_type: 'chat_completion',
  service: 'azureopenai',
  service_settings: {
    resource_name: 'team',
    deployment_id: 'chat',
    api_version: '2025-04-01-preview',
  },
};

/** An error of the genuine client, with the body that Elasticsearch sends. */
const refused = (statusCode: number, error: object) =>
  new errors.ResponseError({
    statusCode,
    body: { error, status: statusCode },
    headers: {},
    warnings: null,
    meta: Object(undefined),
  });
const exists = refused(400, {
  type: 'resource_already_exists_exception',
  reason: `Inference endpoint [${spec.id}] already exists`,
});

function targetWith(put: () => Promise<unknown>, found: object) {
  const inference = { put, get: async () => ({ endpoints: [found] }) };
  const services = {
    core: { elasticsearch: { client: { asScoped: () => ({ asCurrentUser: { inference } }) } } },
  };
  const request: KibanaRequest = Object({});
  const given: InferenceServices = Object(services);
  return createInferenceEndpointTarget(given, request);
}

describe('the creation of an inference endpoint', () => {
  it('succeeds when an earlier one was stored and its answer was lost', async () => {
    expect(await targetWith(() => Promise.reject(exists), stored).create(spec)).toBeUndefined();
  });

  it.each(['resource_name', 'deployment_id', 'api_version', 'client_id'])(
    'is refused when the endpoint of the id has another %s',
    async (name) => {
      const settings = { ...stored.service_settings, [name]: 'other' };
      const other = { ...stored, service_settings: settings };
      const target = targetWith(() => Promise.reject(exists), other);
      expect(await problemOf(target.create(spec))).toMatchObject({
        code: 'inference_endpoint_conflict',
      });
    },
  );

  it('says that Elasticsearch does not answer when the connection breaks', async () => {
    const target = targetWith(() => Promise.reject(new errors.TimeoutError('late')), stored);
    expect(await problemOf(target.create(spec))).toMatchObject({
      code: 'elasticsearch_unavailable',
    });
  });

  it('never repeats the key that Elasticsearch quotes in a refusal', async () => {
    const quoting = refused(400, {
      type: 'status_exception',
      reason: `Configuration contains settings [{api_key=${key}}] unknown to the service`,
    });
    const problem = await problemOf(targetWith(() => Promise.reject(quoting), stored).create(spec));
    expect(problem.code).toBe('inference_endpoint_refused');
    expect(JSON.stringify(problem)).not.toContain('PLANTED-7f3a');
  });
});
