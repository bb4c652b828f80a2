import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { AxiosError } from 'axios';
import { fieldOf } from '../config/unknown_values';

/** The connector's message for a failed call: the provider's error, or the connection error. */
export async function providerMessage(error: AxiosError<unknown>): Promise<string> {
  const { response } = error;
  if (!response?.status) return `Unexpected API Error: ${error.code ?? ''} - ${error.message}`;
  const said = saying(await bodyOf(response.data));
  const suffix = said === undefined ? '' : ` - ${said}`;
  return response.status === 401
    ? `Unauthorized API Error${suffix}`
    : `API Error: ${response.statusText}${suffix}`;
}

async function bodyOf(data: unknown): Promise<unknown> {
  if (!(data instanceof Readable)) return data;
  try {
    const parsed: unknown = JSON.parse(await text(data));
    return parsed;
  } catch {
    return undefined;
  }
}

function saying(body: unknown): string | undefined {
  const error = fieldOf(body, 'error');
  const message = fieldOf(error, 'message') ?? error;
  if (!message) return undefined;
  // Kibana interpolates it, so an object without a message becomes `[object Object]`.
  return typeof message === 'string' ? message : '[object Object]';
}
