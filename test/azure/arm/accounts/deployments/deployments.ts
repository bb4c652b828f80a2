import * as v from 'valibot';
import { explain, integer, object } from '../../../../shapes';
import { defaultVersion } from '../../../catalogue/lookup';
import { normalLocation } from '../../../catalogue/regions';
import { firstRefusal, ok, parseObject, type Reply } from '../../../http/message';
import { param } from '../../../http/path';
import { passed } from '../../../speed';
import { nowOf } from '../../../state';
import type { SimDeployment } from '../../../worlds/world';
import { isBusy } from '../account_state';
import { stateRefusal } from '../accounts';
import { refusals } from '../../arm_error';
import { accountId, sameName, type AccountCall } from '../../call';
import { deploymentJson } from './deployment_state';
import { makeEtag } from '../../../worlds/keys';
import { deploymentRules, type WantedDeployment } from './deployment_rules';
import { readTags } from '../../tags';

const bodySchema = object({
  sku: object({
    name: v.string(),
    capacity: v.optional(v.pipe(integer, v.minValue(0))),
  }),
  properties: object({
    model: object({
      format: v.string(),
      name: v.string(),
      version: v.optional(v.nullable(v.string())),
    }),
    versionUpgradeOption: v.optional(v.nullable(v.string())),
    raiPolicyName: v.optional(v.nullable(v.string())),
  }),
});
type Body = v.InferOutput<typeof bodySchema>;

const findDeployment = ({ account, params }: AccountCall): SimDeployment | undefined =>
  account.deployments.find(({ name }) => sameName(name, param(params, 'deployment')));

const toWanted = (
  call: AccountCall,
  body: Body,
  tags: Readonly<Record<string, string>>,
): WantedDeployment => {
  const { model, versionUpgradeOption } = body.properties;
  const version =
    model.version ?? defaultVersion(model.name, normalLocation(call.account.location)) ?? '';
  return {
    call,
    name: param(call.params, 'deployment'),
    sku: { name: body.sku.name, capacity: body.sku.capacity ?? 1 },
    model: { ...model, version },
    versionUpgradeOption: versionUpgradeOption ?? 'OnceNewDefaultVersionAvailable',
    tags,
    existing: findDeployment(call),
  };
};

function toDeployment(
  { call, name, sku, model, versionUpgradeOption, existing }: WantedDeployment,
  rest: { raiPolicyName?: string | null; tags: Record<string, string> },
): SimDeployment {
  const { deploymentMs, propagationMs } = call.state.delays;
  const now = nowOf(call.state);
  const readyAt = now + deploymentMs;
  return {
    name: existing?.name ?? name,
    sku,
    model,
    versionUpgradeOption,
    raiPolicyName: rest.raiPolicyName ?? 'Microsoft.DefaultV2',
    tags: rest.tags,
    createdAt: now,
    readyAt,
    visibleAt: existing ? existing.visibleAt : readyAt + propagationMs,
    failure: call.request.failOperation,
    etag: makeEtag(),
  };
}

function store({ account }: AccountCall, deployment: SimDeployment): void {
  account.deployments = [
    ...account.deployments.filter(({ name }) => !sameName(name, deployment.name)),
    deployment,
  ];
}

/**
 * Azure holds the answer back until the deployment is there and then says 201 `Succeeded`. With the
 * switch `slowDeployments` it answers 201 `Accepted` at once instead.
 */
async function answer(call: AccountCall, stored: SimDeployment, status: 200 | 201): Promise<Reply> {
  const { state, account } = call;
  const slow = state.switches.slowDeployments || stored.failure !== undefined;
  if (!slow) await passed(state.delays.deploymentMs);
  return {
    status,
    json: deploymentJson(state, account, stored, slow ? 'Accepted' : 'Succeeded'),
    headers: { etag: stored.etag },
  };
}

export async function putDeployment(call: AccountCall): Promise<Reply> {
  const unready = stateRefusal(call);
  if (unready) return unready;
  const raw = parseObject(call.request.body);
  if (!raw) return refusals.badContent('The body is no JSON object');
  const parsed = v.safeParse(bodySchema, raw);
  if (!parsed.success) return refusals.badContent(explain(parsed.issues));
  const tags = readTags(raw.tags);
  if ('status' in tags) return tags.refusal;
  const wanted = toWanted(call, parsed.output, tags.tags);
  const refusal = firstRefusal(deploymentRules, wanted);
  if (refusal) return refusal;
  const { raiPolicyName } = parsed.output.properties;
  const stored = toDeployment(wanted, { raiPolicyName, tags: tags.tags });
  store(call, stored);
  return answer(call, stored, wanted.existing ? 200 : 201);
}

const patchSchema = object({
  sku: v.optional(object({ name: v.string(), capacity: v.pipe(integer, v.minValue(1)) })),
});

const notFound = ({ account, params, group }: AccountCall): Reply =>
  refusals.resourceNotFound(
    'Microsoft.CognitiveServices/accounts',
    `${account.name}/deployments/${param(params, 'deployment')}`,
    group.name,
  );

/** Changes the size or the tags; the model takes a PUT. */
export async function patchDeployment(call: AccountCall): Promise<Reply> {
  const existing = findDeployment(call);
  if (!existing) return notFound(call);
  const raw = parseObject(call.request.body);
  const parsed = v.safeParse(patchSchema, raw);
  if (!raw || !parsed.success) return refusals.badContent('The body does not fit the schema');
  const tags = readTags(raw.tags ?? existing.tags);
  if ('status' in tags) return tags.refusal;
  const { model, versionUpgradeOption, raiPolicyName } = existing;
  const sku = parsed.output.sku ?? existing.sku;
  const body = { sku, properties: { model, versionUpgradeOption } };
  const wanted = toWanted(call, body, tags.tags);
  const refusal = firstRefusal(deploymentRules, wanted);
  if (refusal) return refusal;
  const stored = toDeployment(wanted, { raiPolicyName, tags: tags.tags });
  store(call, stored);
  return answer(call, stored, 200);
}

export function getDeployment(call: AccountCall): Reply {
  const deployment = findDeployment(call);
  return deployment
    ? ok(deploymentJson(call.state, call.account, deployment), { etag: deployment.etag })
    : notFound(call);
}

export const listDeployments = ({ state, account }: AccountCall): Reply =>
  ok({ value: account.deployments.map((stored) => deploymentJson(state, account, stored)) });

export function deleteDeployment(call: AccountCall): Reply {
  const { state, account } = call;
  const deployment = findDeployment(call);
  if (!deployment) return { status: 204 };
  if (isBusy(state, account)) return refusals.notTerminal(accountId(account));
  account.deployments = account.deployments.filter((other) => other !== deployment);
  const { nestedMs } = state.delays;
  if (nestedMs > 0)
    Object.assign(account, { nestedUntil: nowOf(state) + nestedMs, lastDeleted: deployment.name });
  return { status: 200 };
}
