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
  /** Rounds the field to a whole step. */
  round(): void;
  /** Tokens per minute; 0 while the field is empty. */
  value: number;
  isOnStep: boolean;
  /** The nearest valid capacity, in units. */
  fitted: number;
  range: TokenRange;
  tokensPerUnit: number;
  isInvalid: boolean;
}

/** The entered tokens per minute, within the limits of the offer. */
export function useTokens(capacity: number, type: DeploymentTypeOption | undefined): Tokens {
  const sizes = type ?? unknownSizes;
  const { tokensPerUnit } = sizes;
  const [text, set] = useState(String(tokensPerMinute(capacity, tokensPerUnit)));
  const value = Number(text);
  const largest = type && largestCapacity(type);
  const smallest = fitCapacity({ ...sizes, maximum: undefined }, sizes.minimum) || sizes.minimum;
  const units = Math.round(value / tokensPerUnit);
  const nearest = fitCapacity(sizes, Math.max(smallest, units + (sizes.step - 1) / 2));
  const fitted = Math.min(nearest, largest ?? Infinity);
  const isInvalid = !(units >= smallest) || units > (largest ?? Infinity);
  const range = {
    minimum: tokensPerMinute(smallest, tokensPerUnit),
    ...(largest !== undefined && { largest: tokensPerMinute(largest, tokensPerUnit) }),
    step: tokensPerMinute(sizes.step, tokensPerUnit),
  };
  return {
    text,
    set,
    round: () => {
      if (!isInvalid) set(String(tokensPerMinute(fitted, tokensPerUnit)));
    },
    value,
    isOnStep: value === tokensPerMinute(fitted, tokensPerUnit),
    fitted,
    range,
    tokensPerUnit,
    isInvalid,
  };
}
