import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import * as v from 'valibot';
import { normalLocation } from '../catalogue/regions';
import type { Host } from '../hosts';
import {
  firstRefusal,
  ok,
  parseObject,
  textOf,
  type Reply,
  type SimRequest,
} from '../http/message';
import { matchPath, param } from '../http/path';
import { accountBehind } from '../name_resolution';
import type { SimulatorState } from '../state';
import type { SimAccount } from '../worlds/world';
import { accountByKey, credentialRefusal, networkRefusal, visibleDeployment } from './access';
import { isApiVersion } from './api_versions';
import { chatBodySchema, estimateTokens, textOfMessages } from './chat_body';
import { chatRules } from './chat_rules';
import { completion, completionStream, utter } from './completion';
import { dataErrors, modelError, notFoundRoute } from './data_error';
import { inMood } from './moods';
import { countRequest } from './rate_limit';

/** Path of a data-plane call: deployment and API version. */
interface Question {
  deploymentName: string;
  apiVersion: string;
}

/** Reads the URL in its two forms; a reply is the refusal of it. */
function questionOf(request: SimRequest): Question | Reply {
  const { pathname, searchParams } = request.url;
  const version = searchParams.get('api-version');
  if (request.method !== 'POST') return notFoundRoute();
  if (matchPath('/openai/v1/chat/completions', pathname)) {
    const known = version === null || ['v1', 'preview', 'latest'].includes(version);
    if (!known) return dataErrors.apiVersionUnsupported();
    const model = textOf(parseObject(request.body)?.model);
    return model === undefined
      ? modelError(null, 'you must provide a model parameter', 'model')
      : { deploymentName: model, apiVersion: 'v1' };
  }
  const params = matchPath('/openai/deployments/:deployment/chat/completions', pathname);
  if (!params || version === null) return notFoundRoute();
  if (!isApiVersion(version)) return dataErrors.apiVersionUnsupported();
  return { deploymentName: param(params, 'deployment'), apiVersion: version };
}

async function chat(
  state: SimulatorState,
  account: SimAccount,
  request: SimRequest,
  { deploymentName, apiVersion }: Question,
): Promise<Reply> {
  const found = visibleDeployment(state, account, deploymentName);
  if (!found) return dataErrors.deploymentNotFound();
  const { deployment, model } = found;
  if (model.lifecycle === 'Deprecated') return dataErrors.modelRetired(model.name);
  if (model.capabilities.chatCompletion !== 'true')
    return dataErrors.operationNotSupported(model.name);
  const raw = parseObject(request.body);
  if (!raw) return modelError(null, 'We could not parse the JSON body of your request.');
  const parsed = v.safeParse(chatBodySchema, raw);
  if (!parsed.success) {
    const path = v.getDotPath(parsed.issues[0]) ?? 'messages';
    return modelError('invalid_value', `Invalid value for '${path}'.`, path);
  }
  const { output: body } = parsed;
  const wanted = body.max_tokens ?? body.max_completion_tokens ?? 16;
  const cost = estimateTokens(textOfMessages(body)) + wanted;
  const allowance = countRequest(state, { account, deployment, apiVersion }, cost);
  if (allowance.refusal) return allowance.refusal;
  const refusal = firstRefusal(chatRules, { model, apiVersion, raw, body });
  if (refusal) return refusal;
  await pause(state.delays.answerMs, undefined, { ref: false });
  const said = inMood(state.mood, utter(body));
  const headers = { ...allowance.headers, 'x-ms-deployment-name': deployment.name };
  if (body.stream !== true) return ok(completion(model, said), headers);
  const includeUsage = body.stream_options?.include_usage === true;
  return { status: 200, headers, stream: completionStream(model, said, includeUsage) };
}

async function route(
  state: SimulatorState,
  host: Extract<Host, { role: 'data' }>,
  request: SimRequest,
): Promise<Reply> {
  const account =
    host.family === 'regional'
      ? accountByKey(state, host.label, request.headers['api-key'])
      : accountBehind(state, host);
  if (!account) return dataErrors.keyRejected();
  const refusal =
    networkRefusal(state, account) ?? credentialRefusal(state, host.cloud, account, request);
  if (refusal) return refusal;
  const question = questionOf(request);
  return 'status' in question ? question : chat(state, account, request, question);
}

/** The OpenAI API of an account: Chat Completions, by deployment or by the v1 route. */
export async function answerDataPlane(
  state: SimulatorState,
  host: Extract<Host, { role: 'data' }>,
  request: SimRequest,
): Promise<Reply> {
  const reply = state.dataReply?.(request) ?? (await route(state, host, request));
  const account = accountBehind(state, host);
  return {
    ...reply,
    headers: {
      'apim-request-id': randomUUID(),
      'x-request-id': randomUUID(),
      'x-ms-region': normalLocation(account?.location ?? host.label),
      ...reply.headers,
    },
  };
}
