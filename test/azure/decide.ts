import { answerArm } from './arm/arm';
import { armError } from './arm/arm_error';
import { answerDataPlane } from './data_plane/data_plane';
import { dataError } from './data_plane/data_error';
import { answerEntra } from './entra/entra';
import type { FaultAction } from './faults';
import type { Host } from './hosts';
import type { Reply, SimRequest } from './http/message';
import { answerPrices, priceError } from './prices/prices';
import { prescribed, withNextLink } from './odd_answers';
import { passed } from './speed';
import type { SimulatorState } from './state';

const answer = async (state: SimulatorState, request: SimRequest): Promise<Reply> => {
  if (request.host.role === 'data') return answerDataPlane(state, request.host, request);
  await passed(state.delays.latencyMs);
  if (request.host.role === 'prices') return answerPrices(state, request);
  return request.host.role === 'entra'
    ? answerEntra(state, request.host.cloud, request)
    : answerArm(state, request.host.cloud, request);
};

/** An answer made up by a fault, in the form that the host's real errors have. */
const madeUp = (host: Host, status: number, code: string, message: string): Reply => {
  if (host.role === 'data') return dataError(status, code, message);
  if (host.role === 'arm') return armError(status, code, message);
  if (host.role === 'prices') return priceError(status, code, message);
  return { status, json: { error: code, error_description: message, error_codes: [] } };
};

/** Azure hears nothing of the request. */
export const isIdle = (fault: FaultAction | undefined): boolean =>
  typeof fault === 'object' &&
  ('hugeBytes' in fault || ('hangMs' in fault && fault.after !== 'action'));

/** The answer to one request: Azure's own, or the one that a fault puts in its place. */
export async function decide(
  state: SimulatorState,
  request: SimRequest,
  fault: FaultAction | undefined,
): Promise<Reply> {
  if (typeof fault === 'object' && 'code' in fault) {
    const reply = madeUp(request.host, fault.status, fault.code, fault.message);
    return { ...reply, headers: { ...reply.headers, ...fault.headers } };
  }
  const reply = prescribed(fault);
  if (reply || isIdle(fault)) return reply ?? { status: 200 };
  if (typeof fault === 'object' && 'slowMs' in fault) await passed(fault.slowMs);
  const failOperation =
    typeof fault === 'object' && 'failOperation' in fault ? fault.failOperation : undefined;
  return withNextLink(await answer(state, { ...request, failOperation }), request.url, fault);
}
