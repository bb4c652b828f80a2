import type { Readable } from 'node:stream';
import type { ElasticsearchClient } from '@kbn/core/server';
import { problemWith, SetupError, type ProblemCode } from '../../../../common/problem';
import { bounded } from '../../../core/targets/bounded';
import type { AnswerOptions, Refusal } from '../../../core/targets/target';
import { readStream } from '../answers/stream_answer';
import { failureInText, isNotFound, named, problemOf } from './elasticsearch_error';
import { providerRefusal, type CallContext } from './provider_refusal';

export interface ChatCall extends CallContext {
  client: ElasticsearchClient;
  id: string;
}

type Opened = { stream: Readable } | { refusal: Refusal };

/** Destroys a late stream to release its socket. */
const discard = ({ body }: { body: Readable }) => void body.destroy();

/** Converts a broken connection to a failure with the given code. */
export async function readWhole(
  stream: Readable,
  signal: AbortSignal,
  broken: ProblemCode,
): Promise<string> {
  try {
    return await readStream(stream, signal);
  } catch {
    throw new SetupError(problemWith(broken));
  }
}

/** Starts a chat completion, always streamed, as the person. */
export async function openStream(
  call: ChatCall,
  request: Record<string, unknown>,
  { signal, timeoutMs = 0 }: AnswerOptions,
): Promise<Opened> {
  const { client, id, redact } = call;
  const { statusCode, body } = await bounded(
    (ended) =>
      client.inference.chatCompletionUnified(
        {
          inference_id: id,
          timeout: `${Math.ceil(timeoutMs / 1_000)}s`,
          chat_completion_request: request,
        },
        { asStream: true, meta: true, signal: ended, requestTimeout: timeoutMs, maxRetries: 0 },
      ),
    { ...(signal && { signal }), timeoutMs },
    discard,
  ).catch((error: unknown) => {
    throw named(error, redact);
  });
  if (statusCode !== null && statusCode < 300) return { stream: body };
  const answer = await bounded((ended) => readWhole(body, ended, 'elasticsearch_unavailable'), {
    ...(signal && { signal }),
  });
  const failure = failureInText(statusCode ?? undefined, answer);
  if (isNotFound(failure)) {
    throw new SetupError({ code: 'resource_not_found', detail: { name: id } });
  }
  const refusal = providerRefusal(failure, call);
  if (refusal) return { refusal };
  throw new SetupError(problemOf(failure, redact));
}
