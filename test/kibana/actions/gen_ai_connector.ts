import { Readable } from 'node:stream';
import * as v from 'valibot';
import { explain } from '../../shapes';
import { sendRequest, type RequestOptions } from './gen_ai_request';
import { runParams, runResponse, streamParams, type GenAiConfig } from './gen_ai_schemas';

export interface GenAiConnector {
  id: string;
  config: GenAiConfig;
  secrets: { apiKey?: string };
}

/** URLs of Azure that take a `stream` parameter; in any other the body is sent as it is. */
const azureUrls = [
  /\/openai\/deployments\/[^/]+\/chat\/completions/,
  /\/openai\/deployments\/[^/]+\/completions/,
  /\/openai\/deployments\/[^/]+\/extensions\/chat\/completions/,
];

/** Sets `stream` (and the model, where one is configured), or leaves the text alone when it is not JSON. */
function withStream(
  { apiProvider, apiUrl, defaultModel }: GenAiConfig,
  body: string,
  stream: boolean,
) {
  if (apiProvider === 'Azure OpenAI' && !azureUrls.some((pattern) => pattern.test(apiUrl))) {
    return body;
  }
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return body;
  }
  if (typeof json !== 'object' || json === null) return body;
  return JSON.stringify({
    ...json,
    stream,
    ...(stream && apiProvider !== 'Other' && { stream_options: { include_usage: true } }),
    ...(defaultModel && !Reflect.get(json, 'model') && { model: defaultModel }),
  });
}

const keyHeader = (provider: GenAiConfig['apiProvider'], key = ''): Record<string, string> =>
  provider === 'Azure OpenAI' ? { 'api-key': key } : { Authorization: `Bearer ${key}` };

const defaultTimeout = 200_000;
type Call = { body: string; stream: boolean; signal?: unknown; timeout?: number };

async function send({ id, config, secrets }: GenAiConnector, call: Call, options: RequestOptions) {
  const timeout = call.stream ? call.timeout : (call.timeout ?? defaultTimeout);
  const response = await sendRequest(
    {
      connectorId: id,
      url: config.apiUrl,
      body: withStream(config, call.body, call.stream),
      headers: {
        ...config.headers,
        ...keyHeader(config.apiProvider, secrets.apiKey),
        'content-type': 'application/json',
      },
      stream: call.stream,
      responseSchema: call.stream ? v.unknown() : runResponse,
      ...(call.signal instanceof AbortSignal && { signal: call.signal }),
      ...(timeout !== undefined && { timeout }),
    },
    options,
  );
  return response.data;
}

type SubAction = (
  connector: GenAiConnector,
  params: unknown,
  options: RequestOptions,
) => Promise<unknown>;

const run: SubAction = async (connector, params, options) => {
  const { body, signal, timeout } = read(runParams, params);
  return send(
    connector,
    { body, stream: false, signal, ...(timeout !== undefined && { timeout }) },
    options,
  );
};

const stream: SubAction = async (connector, params, options) => {
  const { timeout, ...call } = read(streamParams, params);
  const data = await send(
    connector,
    { ...call, ...(timeout !== undefined && { timeout }) },
    options,
  );
  return data instanceof Readable ? uncompressed(data) : data;
};

/** The content type prevents compression, which would buffer the stream. */
const uncompressed = (data: Readable) =>
  Object.assign(data, { headers: { 'Content-Type': 'dont-compress-this' } });

function read<T>(schema: v.GenericSchema<unknown, T>, params: unknown): T {
  const result = v.safeParse(schema, params);
  if (!result.success) {
    throw new Error(`Request validation failed (${explain(result.issues)})`);
  }
  return result.output;
}

/** `invokeAI`, `invokeStream`, `invokeAsyncIterator` and `getDashboard` are not offered by this host. */
export const subActions: ReadonlyMap<string, SubAction> = new Map([
  ['run', run],
  ['test', run],
  ['stream', stream],
]);
