/** The two task types of this plugin. Stored documents refer to these names. */
export const runTaskType = 'azureOpenaiSetup:run';
export const undoTaskType = 'azureOpenaiSetup:undo';
