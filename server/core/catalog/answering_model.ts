/** Possible suffix of a model's name in an answer: a version, or the name of a fine-tuned model. */
const afterName = /^(-(turbo-)?(\d{4}(-\d{2}-\d{2})?|preview|latest|chat-latest)\b.*)?(\.ft-.*)?$/i;

/** Azure's name is `gpt-35-turbo`, the model's own `gpt-3.5-turbo`. */
const normalized = (name: string): string => name.toLowerCase().replace(/^gpt-35/, 'gpt-3.5');

/** Prefixes of names that can be compared; a router and partner models answer with other names. */
const isComparable = (name: string): boolean => /^(gpt-\d|o\d)/.test(name);

/** True if the model name in an answer can be the deployed model's. */
export function isModelOf(answering: string, deployed: string): boolean {
  const [actual, expected] = [normalized(answering), normalized(deployed)];
  if (!isComparable(actual) || !isComparable(expected)) return true;
  return actual.startsWith(expected) && afterName.test(actual.slice(expected.length));
}
