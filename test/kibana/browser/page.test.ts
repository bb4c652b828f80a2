import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { bundleBrowser } from '../../../scripts/build/bundle_browser';
import { cacheFolder } from '../../../scripts/paths';
import { launchBrowser } from '../../e2e/support/browser';
import { hungAfterMs, until } from '../hung';
import { cspHeaders } from '../pages/csp';
import { buildBrowser } from './build_browser';
import { renderPage, type PageInput } from './page';

/** A page that uses the host's contracts. */
const application = `
import React from 'react';
import ReactDOM from 'react-dom';
import { EuiButton, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';

const Probe = ({ core, params }) => {
  const [location, setLocation] = React.useState(params.history.location.pathname);
  const [said, setSaid] = React.useState('');
  React.useEffect(() => params.history.listen((next) => setLocation(next.pathname)), []);
  const ask = () =>
    core.http.get('/internal/probe', { version: '1' }).then(
      (body) => setSaid(JSON.stringify(body)),
      (error) => setSaid([error.name, error.response.status, error.body.attributes.code].join(' ')),
    );
  return (
    <EuiText css={{ paddingLeft: 7 }} data-test-subj="probe">
      <h1>{i18n.translate('p.t', { defaultMessage: '{n, plural, one {# probe} other {# probes}}', values: { n: 2 } })}</h1>
      <p data-test-subj="location">{location}</p>
      <p data-test-subj="said">{said}</p>
      <EuiButton onClick={() => params.history.push('/deep')}>Go deep</EuiButton>
      <EuiButton onClick={ask}>Ask</EuiButton>
      <EuiButton onClick={() => params.onAppLeave((a) => a.confirm('Work is lost.', 'Leave?'))}>Guard</EuiButton>
    </EuiText>
  );
};

export const renderApplication = (core, params) => {
  core.chrome.setBreadcrumbs([{ text: 'Home', href: core.application.getUrlForApp('home') }, { text: 'Probe' }]);
  core.chrome.docTitle.change('Probe');
  ReactDOM.render(core.rendering.addContext(<Probe core={core} params={params} />), params.element);
  return () => ReactDOM.unmountComponentAtNode(params.element);
};`;

const plugin = `
export class ProbePlugin {
  setup(core) {
    core.application.register({
      id: 'probe', title: 'Probe', appRoute: '/app/probe_page', category: { id: 'x', label: 'Probes' },
      mount: async (params) => {
        const { renderApplication } = await import('./application');
        const [start] = await core.getStartServices();
        return renderApplication(start, params);
      },
    });
  }
  start() {}
}`;

const input: PageInput = {
  basePath: '/kbn/s/ops',
  serverBasePath: '/kbn',
  publicPath: { core: '/kbn/abc/ui/', probe: '/kbn/abc/bundles/plugin/probe/1.0.0/' },
  plugins: [{ id: 'probe' }],
  loader: 'webpack',
  scripts: ['/kbn/abc/bundles/plugin/probe/1.0.0/probe.plugin.js'],
  username: 'ada',
  capabilities: { navLinks: { home: true, probe: true } },
  space: 'ops',
  uiSettings: { defaults: {}, user: {} },
  version: '9.4.0',
  darkMode: false,
  csp: cspHeaders['Content-Security-Policy'] ?? '',
  locale: 'en',
  translationsUrl: '/kbn/translations/abc/en.json',
  anonymous: false,
};

let folder: string;
let browser: Browser;
let server: http.Server;
let origin: string;
let page: Page;
let current: PageInput;
let complaints: string[];
const seen: http.IncomingMessage[] = [];

const roots = () => Object.entries(input.publicPath);
const answer = async (request: http.IncomingMessage, response: http.ServerResponse) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const root = roots().find(([, prefix]) => pathname.startsWith(prefix));
  if (pathname === '/kbn/s/ops/internal/probe') {
    seen.push(request);
    const refusal = { statusCode: 409, error: 'Conflict', attributes: { code: 'taken' } };
    response.writeHead(409, { 'content-type': 'application/json' }).end(JSON.stringify(refusal));
  } else if (pathname === input.translationsUrl) {
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify({ locale: 'en', messages: {} }));
  } else if (root !== undefined) {
    const file = path.join(folder, root[0], pathname.slice(root[1].length));
    const found = existsSync(file);
    response.writeHead(found ? 200 : 404, { 'content-type': 'text/javascript' });
    response.end(found ? await readFile(file) : '');
  } else {
    response
      .writeHead(200, { ...cspHeaders, 'content-type': 'text/html' })
      .end(renderPage(current));
  }
};

beforeAll(async () => {
  await mkdir(cacheFolder, { recursive: true });
  folder = await mkdtemp(path.join(cacheFolder, 'page-'));
  const publicDir = path.join(folder, 'public');
  await mkdir(publicDir);
  await writeFile(path.join(publicDir, 'application.tsx'), application);
  await writeFile(path.join(publicDir, 'plugin.tsx'), plugin);
  const index = `import { ProbePlugin } from './plugin';\nexport const plugin = () => new ProbePlugin();`;
  await writeFile(path.join(publicDir, 'index.ts'), index);
  await bundleBrowser({ id: 'probe', publicDir, outDir: path.join(folder, 'probe') });
  await buildBrowser(path.join(folder, 'core'), input.version);
  server = http.createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  origin = typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : '';
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  server?.close();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  current = input;
  complaints = [];
  page = await browser.newPage();
  page.setDefaultTimeout(hungAfterMs);
  page.on('console', (message) => {
    // Kibana's own header names a feature that Chromium on Linux has not.
    if (!/Unrecognized feature: 'web-share'/.test(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
});
afterEach(() => page.close());

const subject = (name: string) => page.locator(`[data-test-subj~="${name}"]`);
const seeLocation = (location: string) =>
  until(
    () => subject('location').textContent(),
    (text) => text === location,
  );
const open = (route: string) => page.goto(`${origin}/kbn/s/ops${route}`);

test.each(['webpack', 'rspack'] as const)(
  'with %s, a plugin runs on the shared modules, styled and translated, without console errors',
  async (loader) => {
    current = { ...input, loader };
    await open('/app/probe_page');
    await page.getByRole('heading', { name: '2 probes' }).waitFor();
    const padding = await subject('probe').evaluate((node) => getComputedStyle(node).paddingLeft);
    expect(padding).toBe('7px');
    expect(await page.title()).toBe('Probe - Elastic');
    expect(await subject('spaceName').textContent()).toBe('ops');
    expect(await page.evaluate(() => Object.isSealed(Object.prototype))).toBe(true);
    expect(complaints).toEqual([]);
  },
);

test('the app gets the URL relative to its route, also after going back', async () => {
  await open('/app/probe_page');
  await page.getByRole('button', { name: 'Go deep' }).click();
  await seeLocation('/deep');
  expect(new URL(page.url()).pathname).toBe('/kbn/s/ops/app/probe_page/deep');
  await page.goBack();
  await seeLocation('');
});

test('a call has Kibana’s headers, and an error response throws with its body', async () => {
  await open('/app/probe_page');
  await page.getByRole('button', { name: 'Ask' }).click();
  await page.getByText('Error 409 taken').waitFor();
  expect(seen.at(-1)?.headers).toMatchObject({
    'kbn-version': '9.4.0',
    'elastic-api-version': '1',
    'x-elastic-internal-origin': 'Kibana',
  });
});

test('home lists the app; leaving a guarded app needs a confirmation', async () => {
  await open('/');
  await subject('homeApp-probe').getByText('Probe', { exact: true }).click();
  await page.getByRole('button', { name: 'Guard' }).click();
  const home = page.getByRole('link', { name: 'Home', exact: true });
  await home.click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  expect(await subject('probe').isVisible()).toBe(true);
  await home.click();
  await page.getByRole('button', { name: 'Confirm' }).click();
  await subject('homeApp').waitFor();
  expect(await subject('probe').count()).toBe(0);
});

test('the app does not exist without the capability', async () => {
  current = { ...input, capabilities: { navLinks: { probe: false } } };
  await open('/app/probe_page');
  await page.getByRole('heading', { name: 'Application not found' }).waitFor();
});

test('before sign-in the script of a plugin runs, and the plugin is not started', async () => {
  current = { ...input, loader: 'rspack', anonymous: true };
  await open('/security/logged_out');
  await page.getByRole('link', { name: 'Log in' }).waitFor();
  expect(await page.evaluate(() => window.__kbnBundles__.has('plugin/probe/public'))).toBe(true);
  expect(complaints).toEqual([]);
});

test('a plugin with a missing script breaks the page', async () => {
  current = { ...input, scripts: [...input.scripts, '/kbn/abc/ui/absent.plugin.js'] };
  await open('/app/home');
  await subject('bootFailure').filter({ hasText: 'absent.plugin.js' }).waitFor();
});

test('a plugin whose script defines something else breaks the page', async () => {
  current = { ...input, plugins: [...input.plugins, { id: 'absent' }] };
  await open('/app/home');
  await subject('bootFailure').getByText('"absent"').waitFor();
});

test('with rspack, a plugin that requests core while its script runs fails, as in Kibana', async () => {
  const script = `window.__kbnBundles__.get('entry/core/public');`;
  await writeFile(path.join(folder, 'core', 'hasty.plugin.js'), script);
  const scripts = ['/kbn/abc/ui/hasty.plugin.js'];
  current = { ...input, loader: 'webpack', scripts, plugins: [] };
  await open('/app/home');
  await subject('homeApp').waitFor();
  expect(complaints).toEqual([]);
  current = { ...current, loader: 'rspack' };
  await open('/app/home');
  await subject('homeApp').waitFor();
  expect(complaints).toEqual(['Bundle entry/core/public was not defined.']);
});
