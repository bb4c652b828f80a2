import type { FaultAction } from '../azure/faults';

const busy = (status: number, code: string, headers?: Record<string, string>): FaultAction => ({
  status,
  code,
  message: 'Made up.',
  ...(headers && { headers }),
});

/** Answers and silences that any call to Azure can meet. Milliseconds are those of compressed time. */
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
};

/** Azure accepts the creation, and the operation fails afterwards. */
export const ofOperations: Readonly<Record<string, FaultAction>> = {
  'operation failed': {
    failOperation: { code: 'InternalServerError', message: 'Made up.' },
  },
};
