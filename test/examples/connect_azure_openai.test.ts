import { readFileSync } from 'node:fs';
import type { LocatorPublic, SharePublicStart } from '@kbn/share-plugin/public';
import { setupLocator, setupParams } from '../../public/locator';
import { azureOpenaiSetupUrl, connectorToSelect } from './connect_azure_openai';

const guide = readFileSync('.docs/linking_here.md', 'utf8');

/** `share` of a Kibana that has this plugin, or not. */
const share = (installed: boolean): SharePublicStart => {
  const locator: LocatorPublic<object> = {
    ...setupLocator,
    getUrl: async (params) => {
      const { app, path } = await setupLocator.getLocation(params);
      return `/app/${app}${path}`;
    },
    navigate: async () => undefined,
  };
  const takes = <Params extends object>(
    found: LocatorPublic<object>,
  ): found is LocatorPublic<Params> => found === locator;
  return {
    url: {
      locators: {
        create: () => {
          throw new Error('unexpected call');
        },
        get: <Params extends object>(id: string) =>
          installed && id === setupLocator.id && takes<Params>(locator) ? locator : undefined,
      },
    },
  };
};

it('is the code that the guide shows', () => {
  const code = readFileSync('test/examples/connect_azure_openai.ts', 'utf8');
  const shown = code.replace('../../public', '@kbn/azure-openai-setup-plugin/public');
  expect(guide).toContain(`\`\`\`ts\n${shown}\`\`\``);
});

it('explains every parameter', () => {
  for (const param of setupParams) expect(guide).toContain(`\n| \`${param}\``);
});

it('returns the URL if the plugin is installed', async () => {
  expect(await azureOpenaiSetupUrl(share(true))).toBe(
    '/app/azureOpenaiSetup?returnTo=%2Fapp%2FobservabilityAIAssistant&useCase=observability&modelName=gpt-5.2',
  );
  expect(await azureOpenaiSetupUrl(share(false))).toBeUndefined();
});

it('selects the returned connector if it exists', () => {
  const connectors = [{ id: 'a' }, { id: 'b' }];
  expect(connectorToSelect('?x=1&connectorId=b', connectors)).toEqual({ id: 'b' });
  expect(connectorToSelect('?connectorId=c', connectors)).toBeUndefined();
  expect(connectorToSelect('', connectors)).toBeUndefined();
});
