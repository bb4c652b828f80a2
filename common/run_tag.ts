/** Name of the Azure tag whose value is the id of the run that created the resource. */
export const runTag = 'kibana-setup-run';
