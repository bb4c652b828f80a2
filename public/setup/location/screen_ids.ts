/** The screens in URLs. The screen of a run depends on its state. */
const screenIds = ['sign_in', 'plan'] as const;
export type ScreenId = (typeof screenIds)[number];

/** The steps of the first version, in old links and drafts. */
const formerSteps: Readonly<Record<string, ScreenId>> = {
  connect: 'sign_in',
  model: 'plan',
  resource: 'plan',
  connector: 'plan',
  target: 'plan',
  review: 'plan',
  set_up: 'plan',
  done: 'plan',
};

export function toScreenId(text: string | null | undefined): ScreenId | undefined {
  if (!text) return undefined;
  return (
    screenIds.find((id) => id === text) ??
    (Object.hasOwn(formerSteps, text) ? formerSteps[text] : undefined)
  );
}
