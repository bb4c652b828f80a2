import { environmentProxy } from './environment_proxy';

const url = 'https://management.azure.com/subscriptions';
const HTTPS_PROXY = 'http://proxy:3128';

describe('the proxy of the environment', () => {
  it.each([
    [{}, undefined],
    [{ HTTPS_PROXY }, HTTPS_PROXY],
    [{ https_proxy: 'http://lower:1', HTTPS_PROXY }, 'http://lower:1'],
    [{ ALL_PROXY: 'http://all:1' }, 'http://all:1'],
    [{ HTTP_PROXY: 'http://plain:1' }, undefined],
    [{ HTTPS_PROXY: '' }, undefined],
    // As curl does.
    [{ HTTPS_PROXY: 'proxy.corp:3128' }, 'http://proxy.corp:3128'],
    [{ HTTPS_PROXY: 'me:word@proxy:3128' }, 'http://me:word@proxy:3128'],
  ])('in %j is %s', (env, proxy) => {
    expect(environmentProxy(url, env)).toBe(proxy);
  });

  it.each([
    ['management.azure.com', false],
    ['azure.com', false],
    ['.azure.com', false],
    ['*.azure.com', false],
    ['localhost, .azure.com', false],
    ['localhost .AZURE.com', false],
    ['management.azure.com:443', false],
    ['*', false],
    ['management.azure.com:8443', true],
    ['ent.azure.com', true],
    ['localhost,127.0.0.1', true],
    [',', true],
  ])('with NO_PROXY %s is used: %s', (NO_PROXY, used) => {
    expect(environmentProxy(url, { HTTPS_PROXY, NO_PROXY })).toBe(used ? HTTPS_PROXY : undefined);
  });
});
