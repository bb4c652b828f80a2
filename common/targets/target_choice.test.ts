import { targetChoice, type TargetFacts } from './target_choice';
import type { TargetReason } from './target_reasons';

const facts = (change: Partial<TargetFacts> = {}): TargetFacts => ({
  kibanaVersion: '9.5.3',
  cloud: 'public',
  endpointHost: 'kibana-openai-4f2a.openai.azure.com',
  openAiSuffix: 'openai.azure.com',
  modelName: 'gpt-4.1',
  authentication: 'api_key',
  networkAccess: 'all',
  privileges: { connector: true, manageInference: true, monitorInference: true },
  ...change,
});
const advise = (change?: Partial<TargetFacts>) => targetChoice(facts(change));

const connector = 'connector';
const endpoint = 'inference_endpoint';

describe('the target of a setup', () => {
  it.each<[string, string, TargetReason[]]>([
    ['8.19.0', connector, ['connector_suits_version']],
    ['9.2.0', connector, ['connector_suits_version']],
    ['9.3.8', connector, ['connector_suits_version']],
    ['9.4.0', connector, ['connector_suits_version']],
    ['9.4.9', connector, ['connector_suits_version']],
    ['9.5.0', endpoint, ['connector_deprecated']],
    ['9.5.3', endpoint, ['connector_deprecated']],
    ['9.6.0-SNAPSHOT', endpoint, ['connector_not_offered']],
    ['9.7.0', endpoint, ['connector_not_offered']],
    ['10.0.0', endpoint, ['connector_not_offered']],
    ['unreadable', connector, ['connector_suits_version']],
  ])('with a key in Kibana %s is the %s', (kibanaVersion, preselected, reasons) => {
    expect(advise({ kibanaVersion })).toMatchObject({ preselected, reasons });
  });

  it.each<[string, boolean]>([
    ['9.2.9', false],
    ['9.3.9', false],
    ['9.4.0', true],
    ['9.5.0', true],
    ['9.6.0', true],
    ['unreadable', false],
  ])('can be an endpoint, or both, in Kibana %s: %s', (kibanaVersion, possible) => {
    const expected = possible ? [] : ['endpoint_needs_newer_kibana'];
    const { refusals } = advise({ kibanaVersion });
    expect(refusals).toEqual({ connector: [], inference_endpoint: expected, both: expected });
  });

  it.each<[string, TargetReason[]]>([
    ['9.2.0', ['endpoint_needs_newer_kibana']],
    ['9.3.2', ['endpoint_needs_newer_kibana']],
    ['9.4.0', ['connector_needs_key']],
    ['9.5.0', ['connector_needs_key']],
    ['9.6.0', ['connector_needs_key']],
  ])('is an endpoint without keys in Kibana %s', (kibanaVersion, reasons) => {
    const found = advise({ kibanaVersion, authentication: 'entra_id' });
    expect(found).toMatchObject({ preselected: endpoint, reasons });
    expect(found.refusals.connector).toEqual(['connector_needs_key']);
    expect(found.refusals.both).toContain('connector_needs_key');
  });

  it.each(['usGovernment', 'china'] as const)('is the connector in the cloud %s', (cloud) => {
    for (const kibanaVersion of ['9.4.0', '9.5.3', '9.6.0']) {
      const { preselected, refusals } = advise({ kibanaVersion, cloud });
      expect(preselected).toBe(connector);
      expect(refusals.inference_endpoint).toEqual(['endpoint_needs_public_cloud']);
      expect(refusals.both).toEqual(['endpoint_needs_public_cloud']);
    }
  });

  it('has no possible choice without keys in another cloud', () => {
    const found = advise({ cloud: 'china', authentication: 'entra_id' });
    expect(found).toMatchObject({
      preselected: endpoint,
      reasons: ['endpoint_needs_public_cloud'],
    });
    expect(Object.values(found.refusals).every(({ length }) => length > 0)).toBe(true);
  });

  it.each<[string | undefined, boolean]>([
    ['kibana-openai-4f2a.openai.azure.com', true],
    ['KIBANA.OpenAI.Azure.com', true],
    [undefined, true],
    ['kibana.services.ai.azure.com', false],
    ['kibana.cognitiveservices.azure.com', false],
    ['swedencentral.api.cognitive.microsoft.com', false],
    ['contoso.azure-api.net', false],
    ['openai.azure.com', false],
    ['a.b.openai.azure.com', false],
    ['kibana.openai.azure.com.example', false],
    ['kibana-openai.azure.com', false],
  ])('can be an endpoint at the host %s: %s', (endpointHost, possible) => {
    const { refusals, preselected } = advise({ kibanaVersion: '9.6.0', endpointHost });
    expect(refusals.inference_endpoint).toEqual(possible ? [] : ['endpoint_needs_own_host']);
    expect(preselected).toBe(possible ? endpoint : connector);
  });

  const effortAndTemperature: TargetReason[] = [
    ...(['reasoning_effort_missing', 'temperature_from_security_assistant'] as const),
  ];
  it.each<[string, string, string, TargetReason[]]>([
    ['9.4.5', 'gpt-5.2', connector, ['temperature_refused']],
    ['9.4.6', 'gpt-5.2', connector, ['temperature_from_security_assistant']],
    ['9.5.0', 'gpt-5.2', connector, ['temperature_refused']],
    ['9.5.2', 'o3', connector, ['temperature_refused']],
    ['9.5.3', 'gpt-5.2', endpoint, ['temperature_from_security_assistant']],
    ['9.6.0', 'gpt-5.2', endpoint, ['temperature_from_security_assistant']],
    ['9.5.0', 'gpt-4.1', endpoint, []],
    ['9.5.3', 'gpt-5.6-sol', connector, effortAndTemperature],
    ['9.5.0', 'gpt-6', connector, ['temperature_refused', 'reasoning_effort_missing']],
    ['9.6.0', 'gpt-6', endpoint, effortAndTemperature],
  ])('in Kibana %s for %s is the %s', (kibanaVersion, modelName, preselected, cautions) => {
    const found = advise({ kibanaVersion, modelName });
    expect(found.preselected).toBe(preselected);
    expect(found.cautions).toEqual({ connector: [], inference_endpoint: cautions });
    expect(found.refusals.inference_endpoint).toEqual([]);
  });

  it('names every limit of the endpoint when it is the connector for that reason', () => {
    const { reasons } = advise({
      ...{ kibanaVersion: '9.5.1', modelName: 'gpt-6', networkAccess: 'selected' },
    });
    expect(reasons).toEqual([
      ...['temperature_refused', 'reasoning_effort_missing', 'calls_leave_from_elasticsearch'],
    ]);
  });

  it.each(['selected', 'disabled'] as const)(
    'takes into account whose addresses call when the network is %s',
    (networkAccess) => {
      expect(advise({ networkAccess })).toMatchObject({
        preselected: connector,
        reasons: ['calls_leave_from_elasticsearch'],
        cautions: { inference_endpoint: ['calls_leave_from_elasticsearch'] },
      });
      expect(advise({ kibanaVersion: '9.6.0', networkAccess }).preselected).toBe(endpoint);
    },
  );

  const neither = { manageInference: false, monitorInference: false };
  const noManage = 'endpoint_needs_manage_privilege';
  it.each<[string, TargetFacts['privileges'], string, TargetReason[]]>([
    ['9.6.0', { manageInference: false }, connector, [noManage]],
    ['9.6.0', { monitorInference: false }, connector, ['endpoint_needs_monitor_privilege']],
    ['9.5.3', neither, connector, [noManage, 'endpoint_needs_monitor_privilege']],
    ['9.4.0', { connector: false }, endpoint, ['connector_needs_privilege']],
    ['9.6.0', { connector: false }, endpoint, ['connector_not_offered']],
    ['9.2.0', { connector: false }, connector, ['connector_needs_privilege']],
    ['9.6.0', { connector: false, manageInference: false }, endpoint, [noManage]],
    ['9.6.0', {}, endpoint, ['connector_not_offered']],
  ])('in Kibana %s with privileges %j is the %s', (kibanaVersion, privileges, preselected, why) => {
    expect(advise({ kibanaVersion, privileges })).toMatchObject({ preselected, reasons: why });
  });

  it('is an endpoint where the connector type is disabled', () => {
    const found = advise({ kibanaVersion: '9.4.0', connectorEnabled: false });
    expect(found).toMatchObject({ preselected: endpoint, reasons: ['connector_disabled'] });
    expect(found.refusals.both).toEqual(['connector_disabled']);
  });

  it('is the connector where Elasticsearch lacks what endpoints need', () => {
    const { preselected, refusals } = advise({ kibanaVersion: '9.6.0', endpointSupported: false });
    expect(preselected).toBe(connector);
    expect(refusals.inference_endpoint).toEqual(['endpoint_needs_newer_kibana']);
  });

  it('cannot be both when one of them is not possible', () => {
    const { refusals } = advise({ privileges: { connector: false, monitorInference: false } });
    expect(refusals.both).toEqual([
      'connector_needs_privilege',
      'endpoint_needs_monitor_privilege',
    ]);
  });
});
