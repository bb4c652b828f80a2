import { execFile, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Simulator } from './simulator';
import { useSimulator } from './use_simulator';
import { credentials } from './worlds/people';

/**
 * An independent client: Azure's own command line, pointed at the simulator by its proxy and
 * its certificate, and by nothing else.
 */
const isInstalled = spawnSync('az', ['--version']).status === 0;
if (!isInstalled)
  console.warn('The command "az" is not installed: the test with Azure’s own client is skipped.');

const run = promisify(execFile);
let dir: string;
let simulator: Simulator;
useSimulator((started, folder) => {
  simulator = started;
  dir = folder;
  // Without it the client looks at an unfinished operation only every 30 seconds.
  simulator.state.switches.retryAfterSeconds = 1;
});

const az = async (...args: string[]): Promise<unknown> => {
  const { NO_PROXY: _upper, no_proxy: _lower, ...rest } = process.env;
  const env = {
    ...rest,
    AZURE_CONFIG_DIR: join(dir, 'config'),
    AZURE_CORE_COLLECT_TELEMETRY: '0',
    HTTPS_PROXY: simulator.proxyUrl,
    REQUESTS_CA_BUNDLE: simulator.caFile,
  };
  const { stdout } = await run('az', [...args, '--output', 'json'], { env });
  return stdout.trim() === '' ? undefined : JSON.parse(stdout);
};

(isInstalled ? it : it.skip)(
  'Azure’s command line signs in, makes an account with a deployment, and removes all of it',
  async () => {
    const { tenant, clientId, clientSecret } = credentials.good;
    const account = ['-n', 'kbnacc', '-g', 'rg'];
    const login = ['-u', clientId, '-p', clientSecret, '--tenant', tenant];
    expect(await az('login', '--service-principal', ...login)).toMatchObject([
      { name: 'Contoso Production', state: 'Enabled' },
    ]);
    await az('group', 'create', '-n', 'rg', '-l', 'eastus2');
    const create = [
      '--kind',
      'OpenAI',
      '--sku',
      'S0',
      '-l',
      'eastus2',
      '--custom-domain',
      'kbn-az',
    ];
    expect(
      await az('cognitiveservices', 'account', 'create', ...account, ...create, '--yes'),
    ).toMatchObject({
      properties: { provisioningState: 'Succeeded', endpoint: 'https://kbn-az.openai.azure.com/' },
    });
    const deployment = `/subscriptions/{subscriptionId}/resourceGroups/rg/providers/Microsoft.CognitiveServices/accounts/kbnacc/deployments/chat?api-version=2025-09-01`;
    const body = {
      sku: { name: 'GlobalStandard', capacity: 5 },
      properties: { model: { format: 'OpenAI', name: 'gpt-5.2', version: '2025-12-11' } },
    };
    await az('rest', '--method', 'put', '--url', deployment, '--body', JSON.stringify(body));
    expect(
      await az('cognitiveservices', 'account', 'deployment', 'list', ...account),
    ).toMatchObject([{ name: 'chat', sku: { capacity: 5 } }]);
    const named = ['--deployment-name', 'chat'];
    await az('cognitiveservices', 'account', 'deployment', 'delete', ...account, ...named);
    await az('cognitiveservices', 'account', 'delete', ...account);
    expect(await az('cognitiveservices', 'account', 'list-deleted')).toMatchObject([
      { name: 'kbnacc' },
    ]);
    await az('cognitiveservices', 'account', 'purge', '-l', 'eastus2', ...account);
    await az('group', 'delete', '-n', 'rg', '--yes');
    expect(await az('group', 'list')).toEqual([]);
    expect(simulator.state.world.accounts).toEqual([]);
  },
);
