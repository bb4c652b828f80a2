import { model, type CatalogueModel } from './catalogue_model';
import { asia, europe, globalStandard, government, standard, unitedStates } from './offers';

/** OpenAI's models that do not chat. */
export const furtherModels: readonly CatalogueModel[] = [
  model({
    name: 'text-embedding-3-large',
    version: '1',
    isDefaultVersion: true,
    lifecycle: 'GenerallyAvailable',
    retires: '2028-04-15',
    capabilities: { embeddings: 'true', embeddingsMaxInputs: '2048' },
    offers: [
      globalStandard('gpt4o'),
      standard('gpt4o', [...unitedStates, ...europe, ...asia, ...government], 350),
    ],
  }),
  model({
    name: 'whisper',
    version: '001',
    lifecycle: 'Stable',
    retires: '2027-03-31',
    capabilities: { audio: 'true' },
    offers: [standard('gpt4o', ['northcentralus', 'westeurope'], 3)],
  }),
];
