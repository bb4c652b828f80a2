import type { PluginConfigDescriptor, PluginInitializerContext } from '@kbn/core/server';
import { configSchema, type Config } from './config';
import { AzureOpenaiSetupPlugin } from './plugin';

export const config: PluginConfigDescriptor<Config> = { schema: configSchema };

export const plugin = (context: PluginInitializerContext<Config>) =>
  new AzureOpenaiSetupPlugin(context);
