import { useState } from 'react';
import { fitCapacity } from '../../../common/models/capacity';
import type { DeploymentTypeOption } from '../../../common/options';
import { tokensPerMinute } from '../../../common/words/format';
import { largestCapacity } from '../offers/model_offer';
import type { TokenRange } from './throughput_text';

/** While the model's offer is unknown. */
const unknownSizes = { minimum: 1, step: 1, tokensPerUnit: 1_000 };

export interface Tokens {
  /** Value of the number field; can be empty. */
  text: string;
  set(text: string): void;
  /** Tokens per minute; 0 while the field is empty. */
  value: number;
  /** In units; undefined if a deployment cannot have this value. */
  capacity: number | undefined;
  range: TokenRange;
}

/** The entered tokens per minute, within the limits of the offer. */
export function useTokens(capacity: number, type: DeploymentTypeOption | undefined): Tokens {
  const sizes = type ?? unknownSizes;
  const { tokensPerUnit } = sizes;
  const [text, set] = useState(String(tokensPerMinute(capacity, tokensPerUnit)));
  const value = Number(text);
  const largest = type && largestCapacity(type);
  const smallest = fitCapacity({ ...sizes, maximum: undefined }, sizes.minimum) || sizes.minimum;
  const units = value / tokensPerUnit;
  const isPossible = units > 0 && units <= (largest ?? Infinity);
  const range = {
    minimum: tokensPerMinute(smallest, tokensPerUnit),
    ...(largest !== undefined && { largest: tokensPerMinute(largest, tokensPerUnit) }),
    step: tokensPerMinute(sizes.step, tokensPerUnit),
  };
  return {
    text,
    set,
    value,
    capacity: isPossible && fitCapacity(sizes, units) === units ? units : undefined,
    range,
  };
}
