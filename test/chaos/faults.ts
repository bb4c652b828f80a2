import type { FaultAction } from '../azure';
import { compression } from './compressed_time';

const busy = (status: number, code: string, headers?: Record<string, string>): FaultAction => ({
  status,
  code,
  message: 'Made up.',
  ...(headers && { headers }),
});

/** Forty seconds of the client's time. */
const silence = Math.round(40_000 / compression);

/** Faults for any call to Azure. */
export const anywhere: Readonly<Record<string, FaultAction>> = {
  '429 with Retry-After': busy(429, 'TooManyRequests', { 'retry-after': '1' }),
  '429 without Retry-After': busy(429, 'TooManyRequests'),
  '500': busy(500, 'InternalServerError'),
  '503': busy(503, 'ServiceUnavailable'),
  '408': busy(408, 'RequestTimeout'),
  'expired token': busy(401, 'ExpiredAuthenticationToken'),
  conflict: busy(409, 'RequestConflict'),
  reset: 'reset',
  'lost answer': 'lose_answer',
  truncated: 'truncate',
  'cut compressed answer': 'truncate_gzip',
  '40 s of silence': { hangMs: silence },
  'silence after the request was carried out': { hangMs: silence, after: 'action' },
  'silence after the headers': { hangMs: silence, after: 'headers' },
  'HTML 200': { html: 200 },
  'HTML 403': { html: 403 },
  'HTML 404': { html: 404 },
  'HTML 502': { html: 502 },
  redirect: { redirect: 'https://elsewhere.example/' },
  'empty 200': { body: '' },
  'empty 404': { body: '', status: 404 },
  null: { body: 'null' },
  'empty list': { body: '[]' },
  'empty object': { body: '{}' },
  'nulls for values': {
    body: '{"id":null,"name":null,"location":null,"kind":null,"tags":null,"properties":null,"value":null}',
  },
  'list to itself': 'self_link',
  'list without an end': 'endless_pages',
};

/** Azure accepts the creation, and the operation fails afterwards. */
export const ofOperations: Readonly<Record<string, FaultAction>> = {
  'operation failed': {
    failOperation: { code: 'InternalServerError', message: 'Made up.' },
  },
};
