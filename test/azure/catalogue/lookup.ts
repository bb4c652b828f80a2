import type { SimModelRef } from '../worlds/world';
import type { CatalogueModel } from './catalogue_model';
import { offersLike } from './regions';
import { models } from './models';
import type { Offer } from './offers';

/** Names and versions are compared as they are; the format too: `openai` is not `OpenAI`. */
export const findModel = (ref: SimModelRef): CatalogueModel | undefined =>
  models.find(
    ({ format, name, version }) =>
      format === ref.format && name === ref.name && version === ref.version,
  ) ?? fineTuned(ref);

/**
 * A fine-tuned model has its base, `.ft-` and an id in its name, `gpt-4.1-2025-04-14.ft-...`, and is in no list of a
 * region.
 */
function fineTuned({ format, name }: SimModelRef): CatalogueModel | undefined {
  const [base = '', id] = name.split('.ft-');
  const found = models.find(
    (model) => model.format === format && `${model.name}-${model.version}` === base,
  );
  return id && found ? { ...found, name, offers: [] } : undefined;
}

export const offersIn = (model: CatalogueModel, region: string): Offer[] =>
  model.offers.filter(({ regions }) => regions.includes(offersLike(region)));

export const modelsIn = (region: string): CatalogueModel[] =>
  models.filter((model) => offersIn(model, region).length > 0);

/** The default version of a model. */
export const defaultVersion = (name: string, region: string): string | undefined =>
  modelsIn(region).find((model) => model.name === name && model.isDefaultVersion)?.version;

/** Quota row that a deployment counts against, as the models list spells it. */
export const usageNameOf = (model: { format: string; name: string }, sku: string): string =>
  `${model.format === 'OpenAI' ? 'OpenAI' : 'AIServices'}.${sku}.${model.name}`;

/** The usages list spells some of the same names differently. */
export const usageRowName = (usageName: string): string =>
  usageName.replace('.gpt-4', '.GPT-4').replace('.text-embedding', '.Text-Embedding');

/** Display name of a quota row, as in the usages list and in its error. */
export const usageWords = (model: { name: string }, sku: string): string =>
  `Tokens Per Minute (thousands) - ${model.name}${sku === 'Standard' ? '' : ` - ${sku}`}`;
