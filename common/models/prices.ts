import type { Cloud } from '../sign_in';

/** Azure's prices for tokens, from its public price list. */
export interface TokenPrices {
  /** ISO 4217. */
  currency: string;
  /** Per million input tokens. */
  input: number;
  /** Per million output tokens. */
  output: number;
}

const azurePricing =
  'https://azure.microsoft.com/pricing/details/cognitive-services/openai-service/';

/** The pricing page of each cloud. */
export const pricingPages: Readonly<Record<Cloud, string>> = {
  public: azurePricing,
  usGovernment: azurePricing,
  china: 'https://www.azure.cn/pricing/details/cognitive-services/',
};

/**
 * Tokens of one typical answer of an assistant: 8,000, as for the throughput. Most are input: instructions, tool
 * descriptions and the data for the question. 500 tokens are an answer of about 350 words.
 */
export const answerTokens = { input: 7_500, output: 500 } as const;

export const tokensPerAnswer = answerTokens.input + answerTokens.output;

const million = 1_000_000;

/** The price of one typical answer, in the same currency. */
export const priceOfAnswer = ({ input, output }: TokenPrices): number =>
  (input * answerTokens.input + output * answerTokens.output) / million;
