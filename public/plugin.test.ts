import type { AppRegistration, AppUpdater, CoreSetup, CoreStart } from '@kbn/core/public';
import type { FeatureCatalogueEntry } from '@kbn/home-plugin/public';
import type { RegisterManagementAppArgs } from '@kbn/management-plugin/public';
import type { LocatorDefinition } from '@kbn/share-plugin/public';
import { setupLocatorId } from '.';
import type { EntryDeps } from './entries';
import { setupLocator, setupPath } from './locator';
import { AzureOpenaiSetupPlugin } from './plugin';

interface Registered {
  apps: AppRegistration[];
  updates: AppUpdater[];
  managementApps: RegisterManagementAppArgs[];
  catalogue: FeatureCatalogueEntry[];
  locators: string[];
  visited: string[];
}

/** Sets up and starts the plugin in a Kibana with these plugins. */
function live(deps: Array<keyof EntryDeps>, manage = true): Registered {
  const seen: Registered = {
    ...{ apps: [], updates: [], managementApps: [] },
    ...{ catalogue: [], locators: [], visited: [] },
  };
  const application = {
    capabilities: { navLinks: {}, azureOpenaiSetup: { show: true, manage } },
    navigateToApp: async (id: string) => void seen.visited.push(id),
  };
  // Only the used parts of core; anything else throws a TypeError.
  const isStart = (core: unknown): core is CoreStart => core === given;
  const given: unknown = { application };
  if (!isStart(given)) throw new Error('never');
  const start = given;
  const core: CoreSetup = {
    application: {
      register: (app) => {
        seen.apps.push(app);
        app.updater$?.subscribe((update) => seen.updates.push(update));
      },
    },
    getStartServices: async () => [start, {}, undefined],
  };
  const registerApp = (app: RegisterManagementAppArgs) => seen.managementApps.push(app);
  const create = <Params extends object>(definition: LocatorDefinition<Params>) => {
    seen.locators.push(definition.id);
    const never = async () => {
      throw new Error('the locator is not followed while it is registered');
    };
    return { ...definition, getUrl: never, navigate: never };
  };
  const offered: Required<EntryDeps> = {
    home: { featureCatalogue: { register: (entry) => seen.catalogue.push(entry) } },
    management: { sections: { section: { insightsAndAlerting: { registerApp } } } },
    share: { url: { locators: { create, get: () => undefined } } },
  };
  const plugin = new AzureOpenaiSetupPlugin();
  plugin.setup(core, Object.fromEntries(deps.map((name) => [name, offered[name]])));
  plugin.start(start);
  return seen;
}

test('the page is found by words that people use, and for each assistant', () => {
  const [app] = live([]).apps;
  expect(app).toMatchObject({
    id: 'azureOpenaiSetup',
    appRoute: '/app/azure_openai_setup',
    visibleIn: ['globalSearch'],
  });
  expect(app?.keywords).toEqual(
    expect.arrayContaining(['azure', 'openai', 'llm', 'ai assistant', 'connector']),
  );
  expect(app?.deepLinks?.map(({ id, path }) => [id, path])).toEqual([
    ['security', '?useCase=security'],
    ['observability', '?useCase=observability'],
  ]);
});

test('it is next to Connectors, on the home page and has a locator', async () => {
  const { managementApps, catalogue, locators, visited } = live(['home', 'management', 'share']);
  expect(managementApps).toEqual([
    expect.objectContaining({ id: 'azureOpenaiSetup', hideFromGlobalSearch: true }),
  ]);
  expect(catalogue).toEqual([
    expect.objectContaining({ id: 'azureOpenaiSetup', path: '/app/azure_openai_setup' }),
  ]);
  expect(locators).toEqual([setupLocatorId]);
  await managementApps[0]?.mount({ basePath: '', element: document.body });
  expect(visited).toEqual(['azureOpenaiSetup']);
});

test('it is hidden from people with the read privilege', () => {
  const [update, ...more] = live([], false).updates;
  expect(update?.({ id: 'azureOpenaiSetup' })).toEqual({ visibleIn: [], deepLinks: [] });
  expect(more).toEqual([]);
  expect(live([], true).updates).toEqual([]);
});

test('the locator adds only its parameters to the URL', async () => {
  const returnTo = '/app/observabilityAIAssistant?a=1&b=2';
  const location = await setupLocator.getLocation({ returnTo, modelName: 'gpt-5.2' });
  expect(location).toMatchObject({ app: 'azureOpenaiSetup', state: {} });
  const query = new URLSearchParams(location.path);
  expect([...query]).toEqual([
    ['returnTo', returnTo],
    ['modelName', 'gpt-5.2'],
  ]);
  expect(setupPath({})).toBe('');
  expect(setupPath({ useCase: undefined, ...{ other: 'x' } })).toBe('');
});
