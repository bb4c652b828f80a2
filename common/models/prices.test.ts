import { answerTokens, priceOfAnswer, tokensPerAnswer } from './prices';

it('priceOfAnswer adds what the model reads and what it writes', () => {
  const prices = { currency: 'USD', input: 1.75, output: 14 };
  expect(priceOfAnswer(prices)).toBeCloseTo(0.020125, 9);
});

it('a typical answer has 8,000 tokens, most of which the model reads', () => {
  expect(tokensPerAnswer).toBe(8_000);
  expect(answerTokens.input).toBeGreaterThan(answerTokens.output);
});
