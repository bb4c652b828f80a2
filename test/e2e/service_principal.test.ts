import { credentials, ids } from '../azure';
import { anObject, aText } from './support/expected';
import { aPerson, chooseTarget, signInWithSecret, type Person } from './support/person';
import { authorization, newestKibana, pageUrl, useStage } from './support/stage';

const stage = useStage({ version: newestKibana, world: 'established' });
let person: Person;
beforeAll(async () => {
  person = aPerson(await stage.open(pageUrl));
});

it.each([
  ['wrongSecret', 'sign_in_wrong_secret'],
  ['expiredSecret', 'sign_in_expired_secret'],
  ['unknownApp', 'sign_in_unknown_app'],
  ['unknownTenant', 'sign_in_unknown_tenant'],
] as const)('says what is wrong with the %s', async (name, code) => {
  await signInWithSecret(person, credentials[name]);
  await person.sees(`problem-${code}`, /\w+/);
});

const typed = {
  accountName: 'traced-account',
  deploymentName: 'traced-deployment',
  targetName: 'Traced connector',
  capacity: 42,
  resourceGroup: 'traced-group',
  tag: ['traced-tag', 'traced value'],
} as const;

it('carries every value from the form to Azure and to the connector', async () => {
  await signInWithSecret(person);
  await person.sees('signedInAs');
  await person.opens('plan');

  await person.click('dataRowChange');
  await person.page.locator('label[for="dataCell-swedencentral-GlobalStandard"]').click();
  await person.click('dataFlyoutSave');
  await person.click('throughputRowChange');
  await person.type('capacityNumber', String(typed.capacity * 1000));
  await person.click('throughputFlyoutSave');

  await chooseTarget(person, 'connector');
  await person.click('moreSettingsButton');
  const group = person.find('resourceGroupCombo').locator('input');
  await group.fill(typed.resourceGroup);
  await group.press('Enter');
  await person.type('accountNameInput', typed.accountName);
  await person.type('deploymentName', typed.deploymentName);
  await person.find('modelVersionPolicy').selectOption('NoAutoUpgrade');
  await person.click('tagsAdd');
  await person.type('tagName-1', typed.tag[0]);
  await person.type('tagValue-1', typed.tag[1]);
  await person.page.getByText('Selected addresses').first().click();
  const addresses = person.find('ipRulesCombo').locator('input');
  await addresses.fill('198.51.100.20');
  await addresses.press('Enter');
  await person.type('targetNameInput', typed.targetName);
  await person.isReady();
  await person.click('setUpButton');
  // The address is not Kibana's own: the resource refuses the connector, and the page says so.
  await person.sees('problem-network_rules_block');

  const put = (kind: RegExp) => {
    const request = stage.simulator.requests.find(
      ({ method, path }) => method === 'PUT' && kind.test(path),
    );
    const body: unknown = JSON.parse(request?.body ?? '{}');
    return { path: request?.path ?? '', body };
  };
  const created = put(/resourcegroups\/[^/]+\?/i);
  expect(created.path).toContain(`/subscriptions/${ids.main}/resource`);
  expect(created.path).toContain(typed.resourceGroup);
  expect(created.body).toMatchObject({ location: 'swedencentral' });
  const account = put(/accounts\/[^/]+\?/i);
  expect(account.path).toContain(`/accounts/${typed.accountName}?`);
  expect(account.body).toMatchObject({
    kind: 'OpenAI',
    sku: { name: 'S0' },
    location: 'swedencentral',
    tags: { [typed.tag[0]]: typed.tag[1] },
    properties: {
      customSubDomainName: typed.accountName,
      publicNetworkAccess: 'Enabled',
      networkAcls: { defaultAction: 'Deny', ipRules: [{ value: '198.51.100.20' }] },
    },
  });
  const deployment = put(/deployments\/[^/]+\?/i);
  expect(deployment.path).toContain(`/deployments/${typed.deploymentName}?`);
  expect(deployment.body).toMatchObject({
    sku: { name: 'GlobalStandard', capacity: typed.capacity },
    properties: {
      model: { format: 'OpenAI', name: 'gpt-5.2', version: '2025-12-11' },
      versionUpgradeOption: 'NoAutoUpgrade',
    },
  });
  const response = await fetch(`${stage.kibana.url}/api/actions/connectors`, {
    headers: { authorization: authorization('elastic') },
  });
  expect(await response.json()).toEqual([
    anObject({
      name: typed.targetName,
      config: anObject({
        apiUrl: aText(
          `https://${typed.accountName}.openai.azure.com/openai/deployments/${typed.deploymentName}/`,
        ),
      }),
    }),
  ]);
});
