import * as v from 'valibot';
import * as fields from './fields';
import type { Problem } from './problem';

/** Required to read Kibana's capabilities and one's own runs. */
export const readPrivilege = 'azure_openai_setup_read';
/** Required to sign in to Azure, to read from it, and to change something. */
export const managePrivilege = 'azure_openai_setup_manage';
/** In addition to `managePrivilege`: acting in Azure as the Kibana server. */
export const serverIdentityPrivilege = 'azure_openai_setup_server_identity';
/** The API privileges that routes ask for. */
type Privilege = typeof readPrivilege | typeof managePrivilege;

/** One line of the table that browser and server share. `Output` and `Part` exist for the compiler only. */
export interface Route<Body, Params, Output, Part = never> {
  method: 'get' | 'post';
  path: string;
  /** The required privilege. */
  privilege: Privilege;
  /** Largest body, in bytes. */
  maxBytes: number;
  /** Expensive for Kibana or Azure: the number of concurrent requests of one person is limited. */
  limited?: true;
  body: v.GenericSchema<unknown, Body>;
  params: v.GenericSchema<unknown, Params>;
  /** Answers line by line to a request with `accept: application/x-ndjson`, each one a `StreamLine`. */
  streamed?: true;
  readonly output?: Output;
  readonly part?: Part;
}

/** One line of a streamed answer, as JSON: parts, then the output or the problem that ended it. */
export type StreamLine<Output, Part> = { part: Part } | { output: Output } | { problem: Problem };

const base = '/internal/azure_openai_setup';
const kB = 1024;

export const noInput = v.strictObject({});
/** No input at all. */
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

/** The media type that a request accepts to get a streamed answer. */
export const lineByLine = 'application/x-ndjson';

/** The route can send parts of its answer as soon as they are known. */
export const streamed =
  <Part>() =>
  <Body, Params, Output>(
    route: Route<Body, Params, Output>,
  ): Route<Body, Params, Output, Part> => ({ ...route, streamed: true });
