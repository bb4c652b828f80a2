import { type Problem, problemWith } from '../../common/problem';
import type { Target, Readiness, Reach } from '../../server/core/targets/target';
import { createFakeTarget } from '../support/fake_target';
import type { Found } from './expected';

interface KibanaFault {
  what: string;
  target?: Target<'connector'>;
  /** Minutes until the sign-in ends. */
  minutes?: number;
  found: Found[];
}

const lacking = (readiness: Partial<Readiness<'connector'>>): Target<'connector'> =>
  createFakeTarget(readiness);

/** Target that get this answer from hosts whose name matches, and through to all others. */
function reaching(host: RegExp, answer: Reach): Target<'connector'> {
  return {
    ...createFakeTarget(),
    reach: async (url) => (host.test(url) ? answer : { status: 'reached' }),
  };
}

const blocked = (code: Problem['code']): Reach => ({
  status: 'blocked',
  problem: problemWith(code),
});

/** The endpoint does not exist yet, and the host of the region gives this answer. */
const unborn = (answer: Reach): Target<'connector'> => ({
  ...createFakeTarget(),
  reach: async (url) => (url.includes('//eastus2.') ? answer : { status: 'unknown' }),
});

const namesake = createFakeTarget();
namesake.stored.set('one', {
  id: 'one',
  name: 'Azure OpenAI - GPT-5.2',
  url: 'https://other.openai.azure.com/',
  auth: { apiKey: '' },
  modelName: 'gpt-5.2',
});

export const expectedKibana: readonly KibanaFault[] = [
  {
    what: 'no encryption key',
    target: lacking({ canEncrypt: false }),
    found: ['kibana_secrets fail encryption_key_missing'],
  },
  {
    what: 'a license without the connector',
    target: lacking({ license: 'basic', licenseSufficient: false, isEnabled: false }),
    found: ['license fail license_insufficient'],
  },
  {
    what: 'the connector type switched off',
    target: lacking({ isEnabled: false }),
    found: ['connector_type fail connector_type_disabled: use_target'],
  },
  {
    what: 'no privilege to create connectors',
    target: lacking({ canCreate: false }),
    found: ['connector_privilege fail connector_privilege_missing: use_target'],
  },
  {
    what: 'API keys switched off',
    target: lacking({ apiKeysEnabled: false }),
    found: ['api_keys fail api_keys_disabled'],
  },
  {
    what: 'a list of allowed hosts without Azure',
    target: lacking({ allowsUrl: () => false }),
    found: ['allowed_host fail host_not_allowed'],
  },
  {
    what: 'a connector of the same name',
    target: namesake,
    found: ['connector_name warn connector_name_used: use_name'],
  },
  {
    what: 'a firewall before the endpoint',
    target: reaching(/openai\.azure\.com/, blocked('endpoint_unreachable')),
    found: ['endpoint_reach warn endpoint_unreachable'],
  },
  {
    what: 'a proxy that opens connections',
    target: reaching(/openai\.azure\.com/, blocked('endpoint_untrusted')),
    found: ['endpoint_reach warn endpoint_untrusted'],
  },
  {
    what: 'a firewall before the region, while the endpoint does not exist',
    target: unborn(blocked('endpoint_unreachable')),
    found: ['endpoint_reach unverified endpoint_unreachable'],
  },
  {
    what: 'an endpoint that does not exist yet',
    target: unborn({ status: 'reached' }),
    found: [],
  },
  { what: 'a sign-in that ends soon', minutes: 5, found: ['signed_in warn session_expires_soon'] },
];
