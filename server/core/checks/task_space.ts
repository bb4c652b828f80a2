import { fail, type Check, type KibanaContext } from './check';

/** The run continues in the background and must act in the space of the person who started it. */
export const taskSpace: Check<KibanaContext> = {
  id: 'task_space',
  run: ({ readiness: { unsupportedSpace: space } }) =>
    space === undefined ? [] : [fail({ code: 'space_not_supported', detail: { space } })],
};
