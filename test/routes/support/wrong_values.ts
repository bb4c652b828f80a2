import type { SetupField } from '../../../common/setup_request';

/** A marker in every invalid text, to detect leaked values. */
export const planted = 'PLANTED-7f3a-SECRET';

const long = (length: number) => planted.padEnd(length, 'x').slice(0, length);
const noText = [null, 7, true, [planted], { [planted]: planted }];
const text = (...wrong: string[]) => [...noText, '', ...wrong];
const choice = (...near: string[]) => text(planted, ...near);
const noObject = [null, 7, true, planted, [planted]];

const guids = text(planted, planted.padEnd(36, '0'), `{${'a'.repeat(8)}}`);
export const tenants = text(long(254), `${planted}/..`, `-${planted}`, `${planted}\r\nx: y`);
export const clouds = choice('Public', 'germany');
export const sessions = text(`${planted}=`, `${planted}+/`, `${planted}\n`, long(32_769));
export const secrets = text(long(1_025));
export const accessTokens = text(long(24_577));
const nestedClaim = JSON.stringify({ access_token: { acrs: { values: [[planted]] } } });
export const claims = text(
  planted,
  '{}',
  '[]',
  'null',
  '{"access_token":{}}',
  `{"access_token":{"${planted}":null}}`,
  '{"access_token":{"acrs":{"values":["p1"]}},"id_token":{}}',
  '{"access_token":{"acrs":{"values":["p1"],"more":1}}}',
  '{"access_token":{"acrs":{"values":["\u00e9"]}}}',
  '{"access_token":{"acrs":null}}\n',
  '{"__proto__":{"acrs":null}}',
  nestedClaim,
  `{"access_token":{"acrs":{"value":"${'x'.repeat(2_100)}"}}}`,
);
export const runIds = text(planted, '5E0C1D1E-7C7E-4A3B-9D55-0A1B2C3D4E5F', `${'a'.repeat(36)}`);
export const modelIds = text(long(513));
export const questions = text(' \n\t', long(2_001));
export const useCases = choice('Both');
export const flags = [null, 0, 'true', planted, [true], {}];
export const stepLists = [null, 7, planted, {}, [planted], [null], Array(100).fill('target')];
export const objects = noObject;
export { guids };

/** Names of existing resources are valid; values that leave their path segment or have no bound are not. */
const names = text(
  '.',
  '..',
  long(261),
  `${planted}/../x`,
  `${planted}\n`,
  `${planted}?x`,
  '\ud800',
);
const manyTags = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`tag-${index}`, planted]));
const manyAddresses = (count: number) =>
  Array.from({ length: count }, (_, index) => `203.0.${index}.1`);
const addresses = [
  planted,
  '256.1.1.1',
  '1.2.3',
  '203.0.113.7/31',
  '203.0.113.7/32',
  '203.0.113.7/7',
  ' 203.0.113.7',
  '::1',
  // Azure takes public addresses only.
  '10.0.0.1',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.0/24',
  '127.0.0.1',
  '169.254.1.1',
  '224.0.0.1',
  '255.255.255.255',
];

/** For each field of a request, values that break its rule. */
export const wrongInRequest: Record<SetupField, readonly unknown[]> = {
  subscriptionId: guids,
  resourceGroup: names,
  location: text(planted, 'x'.repeat(65), 'East US 2', 'east/us', '..'),
  accountName: names,
  customSubDomainName: text(`${planted}.`, 'x'.repeat(65), 'a.b', 'a/b', 'a b', 'a@b', 'a:1'),
  kind: choice('openai', 'CognitiveServices'),
  networkAccess: choice('All', 'none'),
  ipRules: [...noObject, manyAddresses(101), ...addresses.map((one) => [one]), [7], [[planted]]],
  tags: [
    ...noObject,
    manyTags(50),
    ...['<', '>', '%', '&', '\\', '?', '/', '\n'].map((sign) => ({ [`${planted}${sign}`]: 'x' })),
    ...['microsoft', 'Azure', 'WINDOWS'].map((start) => ({ [`${start}-${planted}`]: 'x' })),
    { '': planted },
    { constructor: planted },
    // Azure ignores case in tag names; the second is the ownership tag.
    { Owner: planted, owner: planted },
    { 'Kibana-Setup-Run': planted },
    { [long(513)]: 'x' },
    { name: long(257) },
    { name: 7 },
    { name: null },
    { name: { [planted]: planted } },
  ],
  onDeletedAccount: choice('Restore', 'keep'),
  modelName: text(long(257), `${planted}\n`, `${planted}\u2028`, `${planted}\u0000`),
  modelVersion: [...noText, long(257), `${planted}\n`, `${planted}\u2028`],
  deploymentType: text(long(257), `${planted}\n`),
  deploymentName: names,
  capacity: [null, true, '100', planted, [1], {}, -1, 1.5, 10_000_001, 1e300],
  versionUpgradeOption: choice('noautoupgrade'),
  target: choice('Connector', '.gen-ai'),
  authentication: choice('Api_key', 'oauth'),
  applicationId: guids,
  targetName: text(long(101), ` ${planted}`, `${planted} `, `${planted}\n`, `a\n${planted}`),
};
