/** The two kinds of task of this plugin. Their names stay as they are: documents refer to them. */
export const runTaskType = 'azureOpenaiSetup:run';
export const undoTaskType = 'azureOpenaiSetup:undo';
