import { createManifest } from './manifest';

/** Every key that Kibana takes in `kibana.json`; any other one stops it at start. */
const known = [
  ...['id', 'version', 'kibanaVersion', 'owner', 'type', 'server', 'ui', 'configPath'],
  ...['requiredPlugins', 'optionalPlugins', 'requiredBundles', 'runtimePluginDependencies'],
  ...['extraPublicDirs', 'enabledOnAnonymousPages', 'description', 'serviceFolders'],
];

test('kibana.json has only keys that Kibana knows, and the exact version', async () => {
  const manifest = await createManifest('9.4.2');
  expect(Object.keys(manifest).filter((key) => !known.includes(key))).toEqual([]);
  expect(manifest).toMatchObject({
    id: 'azureOpenaiSetup',
    kibanaVersion: '9.4.2',
    type: 'standard',
    configPath: 'azure_openai_setup',
    server: true,
    ui: true,
  });
  expect(manifest.owner.name).not.toBe('');
});

test.each(['9.4', '9.4.0-SNAPSHOT', 'kibana', ''])('version "%s" is refused', async (version) => {
  await expect(createManifest(version)).rejects.toThrow();
});
