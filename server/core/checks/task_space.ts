import { fail, type Check, type KibanaContext } from './check';

/** The run goes on in the background, and has to act in the space of the person. */
export const taskSpace: Check<KibanaContext> = {
  id: 'task_space',
  run: ({ readiness: { unsupportedSpace: space } }) =>
    space === undefined ? [] : [fail({ code: 'space_not_supported', detail: { space } })],
};
