import type { Lifecycle, Offer } from './offers';

export interface CatalogueModel {
  format: string;
  name: string;
  version: string;
  isDefaultVersion?: boolean;
  lifecycle: Lifecycle;
  /** Date of retirement, `YYYY-MM-DD`. */
  retires: string;
  /** Values are strings, as Azure sends them. */
  capabilities: Readonly<Record<string, string>>;
  offers: readonly Offer[];
  /** Kinds of account that list it. */
  kinds: readonly string[];
  /** Spends reasoning tokens: refuses `max_tokens`, `temperature` and the like. */
  reasoning?: boolean;
  /** Values of `reasoning_effort` it knows; the first is the default. */
  efforts?: readonly string[];
  /** Function tools are refused in Chat Completions unless `reasoning_effort` is `none`. */
  toolsRefuseEffort?: boolean;
  /** A subscription needs to be granted access first. */
  gated?: boolean;
}

type Entry = Pick<CatalogueModel, 'name' | 'version' | 'lifecycle' | 'retires' | 'offers'> &
  Partial<CatalogueModel>;

export const chat = (context: number, output: number) => ({
  chatCompletion: 'true',
  responses: 'true',
  assistants: 'true',
  jsonSchemaResponse: 'true',
  maxContextToken: String(context),
  maxOutputToken: String(output),
});
export const responsesOnly = (context: number) => ({
  responses: 'true',
  maxContextToken: String(context),
});

/** A model with what most of them have in common. */
export const model = (entry: Entry): CatalogueModel => ({
  format: 'OpenAI',
  kinds: ['OpenAI', 'AIServices'],
  capabilities: chat(128_000, 16_384),
  ...entry,
});
