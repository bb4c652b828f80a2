/** The screens that a link can name. Which screen a run has follows from the run. */
const screenIds = ['sign_in', 'plan'] as const;
export type ScreenId = (typeof screenIds)[number];

/** The steps of the first version, which old links and drafts name. */
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
