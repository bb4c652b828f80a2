import { deploymentAt, isSameDeployed } from './deployment_url';

const chat = 'openai/deployments/chat/chat/completions?api-version=2025-01-01-preview';
const own = { cloud: 'public', subdomain: 'contoso', deploymentName: 'chat' };

describe('the deployment behind the URL of a connector', () => {
  const at = 'https://contoso.openai.azure.com';
  const regional = { cloud: 'public', location: 'eastus2', deploymentName: 'chat' };
  it.each<[url: string, model: string | undefined, expected: object]>([
    [`${at}/${chat}`, undefined, own],
    [`https://CONTOSO.openai.azure.com/${chat}`, undefined, own],
    [`${at}:443/${chat}`, undefined, own],
    [`https://contoso.cognitiveservices.azure.com/${chat}`, undefined, own],
    [`https://contoso.services.ai.azure.com/${chat}`, undefined, own],
    [`https://contoso.openai.azure.us/${chat}`, undefined, { ...own, cloud: 'usGovernment' }],
    [`https://contoso.openai.azure.cn/${chat}`, undefined, { ...own, cloud: 'china' }],
    [`${at}/${chat}`, 'other', own],
    [`${at}/openai/deployments/chat/completions`, undefined, own],
    [`${at}/openai/deployments/chat/extensions/chat/completions`, undefined, own],
    [`${at}/openai/deployments/a%20b/x`, undefined, { ...own, deploymentName: 'a b' }],
    [`${at}/openai/v1/chat/completions`, 'chat', own],
    [`${at}/openai/v1/chat/completions?api-version=preview`, 'chat', own],
    ['https://contoso.services.ai.azure.com/openai/v1', 'chat', own],
    [`${at}/openai/responses?api-version=preview`, 'chat', own],
    [`https://eastus2.api.cognitive.microsoft.com/${chat}`, undefined, regional],
    ['https://eastus2.api.cognitive.microsoft.com/openai/v1/chat/completions', 'chat', regional],
  ])('%s with the model %s', (url, model, expected) => {
    expect(deploymentAt(url, model)).toEqual({ host: new URL(url).host, ...expected });
  });

  it.each<[url: string, model: string | undefined]>([
    ['', undefined],
    ['not a URL', 'chat'],
    [`http://contoso.openai.azure.com/${chat}`, undefined],
    [`https://contoso.openai.azure.com:8443/${chat}`, undefined],
    [`https://person@contoso.openai.azure.com/${chat}`, undefined],
    [`https://openai.azure.com/${chat}`, undefined],
    [`https://a.b.openai.azure.com/${chat}`, undefined],
    [`https://contoso.openai.azure.com.example.com/${chat}`, undefined],
    [`https://contoso.azure-api.net/${chat}`, undefined],
    ['https://api.openai.com/v1/chat/completions', 'gpt-5.2'],
    ['https://contoso.openai.azure.com/openai/v1/chat/completions', undefined],
    ['https://contoso.openai.azure.com/', 'chat'],
    ['https://contoso.openai.azure.com/openai/deployments/%E0%A4%A/chat/completions', undefined],
  ])('is unknown for %s with the model %s', (url, model) => {
    expect(deploymentAt(url, model)?.deploymentName).toBeUndefined();
  });
});

it('two URLs call the same deployment when resource and name are the same, whatever host or case', () => {
  const at = (url: string, model?: string) => {
    const found = deploymentAt(url, model);
    if (!found) throw new Error(url);
    return found;
  };
  const one = at(`https://contoso.openai.azure.com/${chat}`);
  const other = 'https://contoso.cognitiveservices.azure.com/openai/v1/chat/completions';
  expect(isSameDeployed(one, at(other, 'CHAT'))).toBe(true);
  expect(isSameDeployed(one, at(`https://other.openai.azure.com/${chat}`))).toBe(false);
  expect(isSameDeployed(one, at(`https://contoso.openai.azure.us/${chat}`))).toBe(false);
  const regional = at(`https://eastus2.api.cognitive.microsoft.com/${chat}`);
  expect(isSameDeployed(regional, regional)).toBe(false);
});
