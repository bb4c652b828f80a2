import type { Run } from '../../../common/run';

/** True unless the test of a capability that the assistants need failed. */
export const isUsable = ({ answer }: Run): boolean =>
  !answer?.probes?.some(({ status }) => status === 'fail');
