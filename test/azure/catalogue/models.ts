import { kept } from './calendar';
import { model, type CatalogueModel } from './catalogue_model';
import { globalStandard } from './offers';
import { furtherModels } from './further_models';
import { openAiModels } from './openai_models';

const foundryModel = (format: string, name: string, version: string): CatalogueModel =>
  model({
    format,
    name,
    version,
    isDefaultVersion: true,
    lifecycle: 'GenerallyAvailable',
    retires: '2027-12-31',
    kinds: ['AIServices'],
    capabilities: { chatCompletion: 'true', maxContextToken: '128000' },
    offers: [globalStandard('gpt5', ['eastus', 'eastus2', 'westus3', 'swedencentral'])],
  });

/** Azure's models. The tables have the documented dates; here they keep their distance from today. */
export const models: readonly CatalogueModel[] = [
  ...openAiModels,
  ...furtherModels,
  foundryModel('Meta', 'Llama-3.3-70B-Instruct', '5'),
  foundryModel('Mistral AI', 'Mistral-Large-3', '1'),
  foundryModel('DeepSeek', 'DeepSeek-V3.1', '1'),
].map((entry) => ({
  ...entry,
  retires: kept(entry.retires),
  offers: entry.offers.map(({ retires, ...offer }) => ({
    ...offer,
    ...(retires && { retires: kept(retires) }),
  })),
}));
