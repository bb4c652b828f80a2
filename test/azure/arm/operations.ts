import { randomBytes } from 'node:crypto';
import { normalLocation } from '../catalogue/regions';
import { ok, type Reply } from '../http/message';
import { param } from '../http/path';
import { nowOf, type SimulatorState } from '../state';
import type { SimAccount } from '../worlds/world';
import { accountState } from './accounts/account_state';
import { armError } from './arm_error';
import { armOrigin, subscriptionId, type SubscriptionCall } from './call';

const signature = (bytes: number) => randomBytes(bytes).toString('base64url');

/** Azure's status URLs are signed and several kilobytes long. */
export function announceOperation(
  call: SubscriptionCall,
  { location, operationId }: { location: string; operationId: string },
): Record<string, string> {
  const { state, cloud, subscription } = call;
  const path = `${subscriptionId(subscription)}/providers/Microsoft.CognitiveServices/locations/${normalLocation(location).toUpperCase()}/operationResults/${operationId}`;
  const signed = `t=${Date.now()}&c=${signature(1_800)}&s=${signature(256)}&h=${signature(32)}`;
  return {
    ...(state.switches.asyncHeader
      ? { 'azure-asyncoperation': `${armOrigin(cloud)}${path}?api-version=2017-04-18&${signed}` }
      : {}),
    ...retryAfter(state),
  };
}

const retryAfter = ({ switches }: SimulatorState): Record<string, string> =>
  switches.retryAfterSeconds === undefined
    ? {}
    : { 'retry-after': String(switches.retryAfterSeconds) };

const findOperation = (state: SimulatorState, id: string): SimAccount | undefined =>
  state.world.accounts.find(({ operationId }) => operationId === id);

/** The status document of an operation; the URL only works with the signature it was given. */
export function getOperation({ state, params, request }: SubscriptionCall): Reply {
  const { searchParams } = request.url;
  if (!['t', 'c', 's', 'h'].every((name) => searchParams.has(name)))
    return armError(400, 'BadRequest', 'The signature of the operation is missing.');
  const id = param(params, 'operation');
  const account = findOperation(state, id);
  if (!account) return armError(404, 'OperationNotFound', `Operation '${id}' was not found.`);
  const { createdAt, readyAt, failure } = account;
  const over = readyAt <= nowOf(state);
  return ok(
    {
      id: request.url.pathname,
      name: id,
      status: accountState(state, account),
      startTime: new Date(createdAt).toISOString(),
      ...(over ? { endTime: new Date(readyAt).toISOString() } : {}),
      ...(over && failure ? { error: failure } : {}),
    },
    over ? {} : retryAfter(state),
  );
}
