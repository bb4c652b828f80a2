import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createSettingsClient } from '../browser/core/ui_settings';
import { createPrivilegeRegistry } from '../features/privileges';
import type { Principal } from '../security/principal';
import { readSettings } from '../config/settings';
import { openDocuments } from '../state/documents';
import { createUiSettingsClients, uiSettingsSchema } from './client';
import { registeredSettings } from './registered';

const key = 'genAiSettings:defaultAIConnector';
const chat = 'aiAssistant:preferredChatExperience';
const folder = () => path.join(mkdtempSync(path.join(tmpdir(), 'ui-settings-')), 'documents');

const principal = (grants: Principal['grants'], superuser = false): Principal => ({
  user: { username: 'ada', roles: [], authentication_type: 'realm', enabled: true },
  superuser,
  grants,
});
const admin = principal([{ spaces: ['*'], cluster: [], features: { advancedSettings: 'all' } }]);
const reader = principal([{ spaces: ['*'], cluster: [], features: { advancedSettings: 'read' } }]);

function node(documentsIn: string, given: Record<string, unknown> = {}, version = '9.6.0') {
  const { settings } = readSettings(given);
  return createUiSettingsClients({
    settings,
    registered: registeredSettings(version, settings),
    documents: openDocuments(documentsIn, 'config', uiSettingsSchema),
    privileges: createPrivilegeRegistry(),
  });
}

describe('the uiSettings client of the server', () => {
  it('keeps the values of each space apart, and says what is set rather than what holds', async () => {
    const { asScoped } = node(folder());
    await asScoped(admin, 'a').set(key, 'mine');
    expect(await asScoped(reader, 'a').getUserProvided()).toEqual({ [key]: { userValue: 'mine' } });
    expect(await asScoped(reader, 'b').getUserProvided()).toEqual({});
    expect(await asScoped(reader, 'b').get(key)).toBe('NO_DEFAULT_CONNECTOR');
    await asScoped(admin, 'a').remove(key);
    expect(await asScoped(reader, 'a').getUserProvided()).toEqual({});
  });

  it('refuses a person without the privilege, a wrong type and a key of kibana.yml', async () => {
    const { asScoped } = node(folder(), { 'uiSettings.overrides': { [chat]: 'classic' } });
    await expect(asScoped(reader, 'a').set(key, 'mine')).rejects.toMatchObject({
      output: { statusCode: 403 },
    });
    await expect(asScoped(admin, 'a').set(key, 7)).rejects.toThrow('validation');
    await expect(asScoped(admin, 'a').set(chat, 'agent')).rejects.toThrow('overridden');
    expect(asScoped(admin, 'a').isOverridden(chat)).toBe(true);
  });

  it('caches values that another node changes, unless the cache is bypassed', async () => {
    const shared = folder();
    const [one, other] = [node(shared).asScoped(admin, 'a'), node(shared).asScoped(admin, 'a')];
    expect(await one.getUserProvided()).toEqual({});
    await other.set(key, 'mine');
    expect(await one.getUserProvided()).toEqual({});
    expect(await one.getUserProvided(true)).toEqual({ [key]: { userValue: 'mine' } });
  });
});

describe('the uiSettings client of the browser', () => {
  const defaults = { [chat]: { value: 'agent' } };

  it("prefers the caller's default to the default of the setting, and throws for an unknown one", () => {
    const client = createSettingsClient({ defaults, user: {} });
    expect([client.get(chat), client.get(chat, 'classic')]).toEqual(['agent', 'classic']);
    expect(client.get('unknown', 'mine')).toBe('mine');
    expect(() => client.get('unknown')).toThrow('unrecognized');
  });

  it('prefers the value that is set to either default', () => {
    const client = createSettingsClient({ defaults, user: { [chat]: { userValue: 'classic' } } });
    expect([client.get(chat), client.get(chat, 'agent')]).toEqual(['classic', 'classic']);
  });
});
