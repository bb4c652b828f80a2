import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { pageInputSchema } from '../browser/page_input';
import type { Kibana } from '../start_kibana';
import { call, cleanUp, newHome, runKibana } from '../test_kibana';

afterEach(cleanUp);

const addressOfCore = async (kibana: Kibana) =>
  /src="([^"]*\/core\.js)"/.exec((await call(kibana, 'GET', '/app/testPlugin')).text)?.[1];

describe('the pages of the embedded Kibana', () => {
  it('have scripts at new addresses when the scripts change, and at the same ones otherwise', async () => {
    const home = await newHome();
    const core = path.join(home, 'browser', 'core.js');
    await mkdir(path.dirname(core));
    const addressWith = async (script: string) => {
      await writeFile(core, script);
      const kibana = await runKibana(home);
      const address = await addressOfCore(kibana);
      expect((await call(kibana, 'GET', address ?? '', { without: ['authorization'] })).text).toBe(
        script,
      );
      await kibana.stop();
      return address;
    };
    const first = await addressWith('one');
    expect(await addressWith('one')).toBe(first);
    expect(await addressWith('two')).not.toBe(first);
  });

  const scriptOf = (html: string) => /src="([^"]*testPlugin\.plugin\.js)"/.exec(html)?.[1];
  const scriptOn = async (kibana: Kibana, page: string) => {
    const anonymous = page === '/login' ? { without: ['authorization'] } : {};
    return scriptOf((await call(kibana, 'GET', page, anonymous)).text);
  };

  it.each([
    ['9.4.9', {}, { app: true, login: false }],
    ['9.4.9', { 'test_plugin.enabled': false }, { app: false, login: false }],
    ['9.6.0', {}, { app: true, login: true }],
    ['9.6.0', { 'test_plugin.enabled': false }, { app: true, login: true }],
    ['9.5.7', {}, { app: true, login: false }],
    ['9.5.7', { 'host.loader': 'rspack' }, { app: true, login: true }],
    ['9.6.0', { 'host.loader': 'webpack' }, { app: true, login: false }],
  ])('of Kibana %s with %j have the script of a plugin: %j', async (version, settings, has) => {
    const home = await newHome({ manifest: { kibanaVersion: version } });
    const kibana = await runKibana(home, { version, settings });
    const [app, login] = [await scriptOn(kibana, '/app/home'), await scriptOn(kibana, '/login')];
    expect({ app: app !== undefined, login: login !== undefined }).toEqual(has);
    for (const address of [app, login]) {
      if (address === undefined) continue;
      const answer = await call(kibana, 'GET', address, { without: ['authorization'] });
      expect(answer.status).toBe(200);
    }
  });

  it('offer AI Assistants to people who can use connectors', async () => {
    const kibana = await runKibana(await newHome());
    const links = async (username: string) => {
      const authorization = `Basic ${Buffer.from(`${username}:changeme`).toString('base64')}`;
      const { text } = await call(kibana, 'GET', '/app/home', { headers: { authorization } });
      const data = /-metadata data="([^"]*)"/.exec(text)?.[1]?.replaceAll('&quot;', '"');
      return v.parse(pageInputSchema, JSON.parse(data ?? '')).capabilities;
    };
    const seen = { observabilityAIAssistant: true, securitySolutionUI: true };
    for (const user of ['elastic', 'connectors_only', 'setup_admin', 'viewer'])
      expect(await links(user)).toMatchObject({ navLinks: seen });
    expect(await links('setup_only')).toMatchObject({
      navLinks: { observabilityAIAssistant: false, securitySolutionUI: false },
    });
  });

  it('end with the process, and `closed` resolves', async () => {
    const kibana = await runKibana(await newHome());
    process.kill(kibana.pid, 'SIGKILL');
    await expect(kibana.closed).resolves.toBeUndefined();
    await expect(call(kibana, 'GET', '/app/home')).rejects.toThrow();
  });
});
