import { AzureOpenaiSetupPlugin } from './plugin';

export { setupLocatorId } from './locator';
export type { SetupLocatorParams } from './locator';

export const plugin = () => new AzureOpenaiSetupPlugin();
