import { call, cleanUp, newHome, runKibana } from '../test_kibana';
import { fieldOf } from '../config/unknown_values';

afterEach(cleanUp);

const key = 'genAiSettings:defaultAIConnector';
const change = (value: unknown) => ({ changes: { [key]: value } });
const internal = { 'x-elastic-internal-origin': 'Kibana' };

it('a setting belongs to one space, and needs the privilege to write it', async () => {
  const kibana = await runKibana(await newHome(), {
    settings: { 'uiSettings.overrides': { 'aiAssistant:preferredChatExperience': 'classic' } },
  });
  const write = (where: string, body: object, as = 'elastic') =>
    call(kibana, 'POST', `${where}/internal/kibana/settings`, { as, body, headers: internal });
  const valueIn = async (where: string) => {
    const { body } = await call(kibana, 'GET', `${where}/internal/kibana/settings`);
    return fieldOf(fieldOf(fieldOf(body, 'settings'), key), 'userValue');
  };
  expect((await write('/s/marketing', change('mine'))).status).toBe(200);
  expect([await valueIn('/s/marketing'), await valueIn('')]).toEqual(['mine', undefined]);
  expect((await write('', change('mine'), 'reader')).status).toBe(403);
  const fixed = { changes: { 'aiAssistant:preferredChatExperience': 'agent' } };
  expect((await write('', fixed)).status).toBe(400);
  expect((await write('/s/marketing', change(null))).status).toBe(200);
  expect(await valueIn('/s/marketing')).toBeUndefined();
});
