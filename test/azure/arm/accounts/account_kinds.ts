/** Kinds that this simulator knows, and their pricing tiers. */
export const accountKinds: Readonly<Record<string, readonly string[]>> = {
  OpenAI: ['S0'],
  AIServices: ['S0'],
  SpeechServices: ['F0', 'S0'],
  TextAnalytics: ['F0', 'S'],
  ComputerVision: ['F0', 'S1'],
  FormRecognizer: ['F0', 'S0'],
};
export const servesOpenAi = (kind: string): boolean => kind === 'OpenAI' || kind === 'AIServices';
