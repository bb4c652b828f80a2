import { Agent, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip, createInflate } from 'node:zlib';
import {
  createHttpHeaders,
  RestError,
  type HttpClient,
  type PipelineRequest,
} from '@azure/core-rest-pipeline';
import * as v from 'valibot';
import { hostOf } from '../../../../common/values/host_of';
import { SetupError } from '../../../../common/problem';

/** The largest real response, a region's model list, has 700 kB. */
export const maximumAnswerBytes = 20 * 1024 * 1024;

const tooLarge = ({ url }: PipelineRequest): SetupError =>
  new SetupError({
    code: 'azure_answer_too_large',
    detail: { host: hostOf(url), megabytes: maximumAnswerBytes / 1024 / 1024 },
  });

/** Rejects if the response breaks off, also if it is compressed. */
function decoded(answer: IncomingMessage): Readable {
  const encoding = answer.headers['content-encoding']?.toLowerCase();
  if (encoding !== 'gzip' && encoding !== 'deflate') return answer;
  const decoder = encoding === 'gzip' ? createGunzip() : createInflate();
  // Forwards errors of both streams to the reader.
  return pipeline(answer, decoder, () => undefined);
}

async function readText(answer: IncomingMessage, request: PipelineRequest): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of decoded(answer)) {
    const part = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    bytes += part.length;
    if (bytes > maximumAnswerBytes) {
      answer.destroy();
      throw tooLarge(request);
    }
    chunks.push(part);
  }
  return Buffer.concat(chunks).toString('utf8');
}

const headersOf = (headers: IncomingHttpHeaders) =>
  createHttpHeaders(
    Object.fromEntries(
      Object.entries(headers).map(([name, value = '']) => [name, String(value)] as const),
    ),
  );

const start = (request: PipelineRequest): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const { url, method, headers, agent, abortSignal, body } = request;
    const options = {
      method,
      headers: headers.toJSON({ preserveCase: true }),
      ...(agent instanceof Agent ? { agent } : {}),
    };
    const sent = httpsRequest(url, options, resolve);
    // Also handles errors after the first one.
    sent.on('error', reject);
    const stop = () => sent.destroy(gaveUp());
    abortSignal?.addEventListener('abort', stop);
    sent.on('close', () => abortSignal?.removeEventListener('abort', stop));
    if (abortSignal?.aborted) stop();
    sent.end(typeof body === 'string' ? body : undefined);
  });

const text = v.fallback(v.optional(v.string()), undefined);
const socketError = v.fallback(v.object({ code: text, syscall: text }), {
  code: undefined,
  syscall: undefined,
});

const gaveUp = (): Error => Object.assign(new Error('Given up.'), { name: 'AbortError' });

/** A socket error in the SDK's form, without its message. */
function toRestError(error: unknown, request: PipelineRequest): RestError {
  const { code, syscall } = v.parse(socketError, error);
  return Object.assign(new RestError('The request failed.', { code, request }), { syscall });
}

/**
 * Sends one request over HTTPS and reads the whole response as text, up to `maximumAnswerBytes` after decompression.
 * Replaces the SDK's client, which has no limit and never ends if a compressed response breaks off. Socket errors
 * become a `RestError` with their code, which the SDK retries.
 */
export const httpsClient: HttpClient = {
  async sendRequest(request) {
    try {
      const answer = await start(request);
      const status = answer.statusCode ?? 0;
      const bodyAsText = await readText(answer, request);
      return { request, status, headers: headersOf(answer.headers), bodyAsText };
    } catch (error) {
      if (error instanceof SetupError) throw error;
      throw request.abortSignal?.aborted ? gaveUp() : toRestError(error, request);
    }
  },
};
