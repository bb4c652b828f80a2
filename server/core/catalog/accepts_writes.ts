import type { Subscription } from '../azure/azure';

/** In these states Azure accepts reads and deletions only, see "Azure subscription states" in its documentation. */
const readOnly: readonly string[] = ['Warned', 'Disabled', 'Deleted'];

export const acceptsWrites = ({ state }: Pick<Subscription, 'state'>): boolean =>
  !readOnly.includes(state);
