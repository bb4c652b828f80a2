import * as v from 'valibot';
import { createManifest, manifestSchema } from './manifest';

test('kibana.json has only keys that Kibana knows, and the exact version', async () => {
  const manifest = await createManifest('9.4.2');
  expect(v.safeParse(manifestSchema, manifest).issues).toBeUndefined();
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

test.each([
  ['9.4', 'is not a Kibana version: three numbers are needed'],
  ['9.4.0-SNAPSHOT', 'is not a Kibana version'],
  ['kibana', 'is not a Kibana version'],
  ['', 'is not a Kibana version'],
  ['9.1.10', 'Kibana 9.1.10 is not supported: this plugin is for 9.2 to 9.6.'],
  ['9.7.0', 'is not supported'],
  ['8.19.4', 'is not supported'],
])('version "%s" is refused with words', async (version, words) => {
  await expect(createManifest(version)).rejects.toThrow(words);
});
