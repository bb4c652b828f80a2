import { eachReadiness } from '../../targets/each_target';
import { fail, type Check, type KibanaContext } from '../check';

/** The run continues in the background and must act in the space of the person who started it. */
export const taskSpace: Check<KibanaContext> = {
  id: 'task_space',
  run({ readiness }) {
    const [space] = eachReadiness(readiness).flatMap(
      ({ unsupportedSpace = [] }) => unsupportedSpace,
    );
    return space === undefined ? [] : [fail({ code: 'space_not_supported', detail: { space } })];
  },
};
