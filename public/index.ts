import { AzureOpenaiSetupPlugin } from './plugin';

export const plugin = () => new AzureOpenaiSetupPlugin();
