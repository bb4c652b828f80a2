import type { HttpClient } from '@azure/core-rest-pipeline';
import {
  Client,
  HttpConnection,
  type ConnectionRequestOptions,
  type ConnectionRequestOptionsAsStream,
  type ConnectionRequestParams,
  type ConnectionRequestResponse,
  type ConnectionRequestResponseAsStream,
} from '@elastic/elasticsearch';
import type { Target } from '../../server/core/targets/target';
import type { TickContext } from '../../server/core/workflows/engine/waiting';
import { inferenceTargetOver } from '../support/inference_stage';

/** When a process is killed: before or after a call, by its position. */
export interface Kill {
  position: number;
  /** With `after`, the call is processed, but its response is lost. */
  moment: 'before' | 'after';
}

/** The outgoing calls of one process. After a kill, no call starts or ends. */
export interface Gate {
  /** The calls so far, in order. */
  calls: readonly string[];
  /** Resolves when the process is killed. */
  killed: Promise<'killed'>;
  httpClient(client: HttpClient): HttpClient;
  connectors(target: Target<'connector'>): Target<'connector'>;
  inferenceEndpoints(url: string): Target<'inference_endpoint'>;
  context(context: TickContext): TickContext;
}

const never = <T>(): Promise<T> => new Promise(() => {});

export function createGate(kill?: Kill): Gate {
  const calls: string[] = [];
  let isDead = false;
  let die = () => {};
  const killed = new Promise<'killed'>((resolve) => {
    die = () => {
      isDead = true;
      resolve('killed');
    };
  });

  async function through<T>(name: string, act: () => Promise<T>): Promise<T> {
    if (isDead) return never();
    calls.push(name);
    if (calls.length - 1 !== kill?.position) {
      const result = await act();
      return isDead ? never() : result;
    }
    // Later calls of this process hang, also while the last one is processed.
    isDead = true;
    if (kill.moment === 'after') await act().catch(() => {});
    die();
    return never();
  }

  class GatedConnection extends HttpConnection {
    override request(
      params: ConnectionRequestParams,
      options: ConnectionRequestOptions,
    ): Promise<ConnectionRequestResponse>;
    override request(
      params: ConnectionRequestParams,
      options: ConnectionRequestOptionsAsStream,
    ): Promise<ConnectionRequestResponseAsStream>;
    override request(
      params: ConnectionRequestParams,
      options: ConnectionRequestOptions | ConnectionRequestOptionsAsStream,
    ): Promise<ConnectionRequestResponse | ConnectionRequestResponseAsStream> {
      return through(
        `${params.method} ${params.path}`,
        (): Promise<ConnectionRequestResponse | ConnectionRequestResponseAsStream> =>
          'asStream' in options ? super.request(params, options) : super.request(params, options),
      );
    }
  }

  return {
    calls,
    killed,
    httpClient: (client) => ({
      sendRequest: (request) =>
        through(`${request.method} ${new URL(request.url).pathname}`, () =>
          client.sendRequest(request),
        ),
    }),
    connectors: (target) => ({
      ...target,
      look: (...args) => through('look at the connector', () => target.look(...args)),
      create: (...args) => through('create the connector', () => target.create(...args)),
      update: (...args) => through('update the connector', () => target.update(...args)),
      remove: (...args) => through('delete the connector', () => target.remove(...args)),
    }),
    inferenceEndpoints: (node) =>
      inferenceTargetOver(new Client({ node, Connection: GatedConnection })),
    context: (context) => ({
      ...context,
      standing: () => (isDead ? never() : context.standing()),
      sleep: (milliseconds) => (isDead ? never() : context.sleep(milliseconds)),
    }),
  };
}
