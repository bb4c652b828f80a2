import { readFileSync } from 'node:fs';
import { configSchema } from './config';

const readme = readFileSync('README.md', 'utf8');
const documented = [...readme.matchAll(/^\| `azure_openai_setup\.(\S+?)`/gm)].map(([, key]) => key);

it('has every setting in the README, and the README no other', () => {
  const settings = configSchema.getSchemaStructure().map(({ path }) => path.join('.'));
  expect(settings.length).toBeGreaterThan(5);
  expect(documented).toEqual(settings);
});

it('needs no setting at all', () => {
  expect(configSchema.validate({})).toMatchObject({
    enabled: true,
    serverIdentity: { enabled: false, cloud: 'public' },
    ssl: {},
  });
});

it.each([
  ['a short key', { encryptionKey: 'x'.repeat(31) }],
  ['a key without end', { encryptionKey: 'x'.repeat(1_025) }],
  ['an application that is none', { deviceCode: { clientId: 'my app' } }],
  ['an identity that is none', { serverIdentity: { clientId: '' } }],
  ['a proxy of another kind', { proxyUrl: 'socks5://proxy:1080' }],
  ['a proxy without a scheme', { proxyUrl: 'proxy:3128' }],
  ['a proxy whose port no URL can have', { proxyUrl: 'http://proxy.example:99999' }],
  ['a proxy without slashes', { proxyUrl: 'http:proxy.example' }],
  ['a proxy with a name that is not ASCII', { proxyUrl: 'http://pröxy.example:3128' }],
  ['an unknown cloud', { serverIdentity: { cloud: 'germany' } }],
  ['an authority without a name', { ssl: { certificateAuthorities: [''] } }],
  [
    'too many authorities',
    { ssl: { certificateAuthorities: Array.from({ length: 101 }, () => 'ca.pem') } },
  ],
  ['an unknown setting', { encryptionkey: 'x'.repeat(32) }],
])('refuses %s', (_what, settings) => {
  expect(() => configSchema.validate(settings)).toThrow();
});

it.each([
  [{ ssl: { certificateAuthorities: '/etc/ca.pem' } }],
  [{ ssl: { certificateAuthorities: ['/etc/a.pem', '/etc/b.pem'] } }],
  [{ proxyUrl: 'http://user:pass@proxy.example:3128' }],
])('takes %j', (settings) => {
  expect(configSchema.validate(settings)).toMatchObject(settings);
});
