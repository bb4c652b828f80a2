import { fail, type KibanaCheck } from './check';

/** The run goes on in the background, and has to act in the space of the person. */
export const taskSpace: KibanaCheck = {
  id: 'task_space',
  about: 'kibana',
  run: ({ unsupportedSpace: space }) =>
    space === undefined ? [] : [fail({ code: 'space_not_supported', detail: { space } })],
};
