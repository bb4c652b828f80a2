import * as v from 'valibot';
import * as fields from './fields';
import type { Problem } from './problem';

/** Required to read Kibana's capabilities and one's own runs. */
export const readPrivilege = 'azure_openai_setup_read';
/** Required to sign in to Azure and to read or change anything there. */
export const managePrivilege = 'azure_openai_setup_manage';
/** In addition to `managePrivilege`: acting in Azure as the Kibana server. */
export const serverIdentityPrivilege = 'azure_openai_setup_server_identity';
/** The API privileges that routes require. */
type Privilege = typeof readPrivilege | typeof managePrivilege;

/** One entry of the route table, which browser and server share. `Output` and `Part` are type-only. */
export interface Route<Body, Params, Output, Part = never> {
  method: 'get' | 'post';
  path: string;
  /** The required privilege. */
  privilege: Privilege;
  /** Largest body, in bytes. */
  maxBytes: number;
  /** True for expensive routes, with a limit on the concurrent requests of one person. */
  limited?: true;
  body: v.GenericSchema<unknown, Body>;
  params: v.GenericSchema<unknown, Params>;
  /** The response is streamed as `StreamLine`s if the request accepts `application/x-ndjson`. */
  streamed?: true;
  readonly output?: Output;
  readonly part?: Part;
}

/** One JSON line of a streamed response: parts, then the output or a problem. */
export type StreamLine<Output, Part> = { part: Part } | { output: Output } | { problem: Problem };

const base = '/internal/azure_openai_setup';
const kB = 1024;

export const noInput = v.strictObject({});
/** No input. */
export type Nothing = v.InferOutput<typeof noInput>;

export const runParams = v.strictObject({ runId: fields.runId });
type RunParams = v.InferOutput<typeof runParams>;

export const post = <Output>() =>
  function <Body>(
    path: string,
    body: v.GenericSchema<unknown, Body>,
  ): Route<Body, Nothing, Output> {
    return {
      method: 'post',
      path: `${base}${path}`,
      privilege: managePrivilege,
      maxBytes: 96 * kB,
      body: fields.jsonObject(body),
      params: noInput,
    };
  };

export const get = <Output>() =>
  function <Params>(
    path: string,
    params: v.GenericSchema<unknown, Params>,
  ): Route<Nothing, Params, Output> {
    return {
      method: 'get',
      path: `${base}${path}`,
      privilege: readPrivilege,
      maxBytes: 0,
      body: noInput,
      params,
    };
  };

export const ofRun = <Output>() =>
  function <Body>(
    path: string,
    body: v.GenericSchema<unknown, Body>,
  ): Route<Body, RunParams, Output> {
    return { ...post<Output>()(`/runs/{runId}${path}`, body), params: runParams };
  };

export const limited = <Body, Params, Output>(
  route: Route<Body, Params, Output>,
): Route<Body, Params, Output> => ({ ...route, limited: true });

/** The media type of streamed responses, for the `accept` header. */
export const lineByLine = 'application/x-ndjson';

/** A route that can stream parts of its response. */
export const streamed =
  <Part>() =>
  <Body, Params, Output>(
    route: Route<Body, Params, Output>,
  ): Route<Body, Params, Output, Part> => ({ ...route, streamed: true });
