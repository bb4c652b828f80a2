import type { TargetChoice } from '../../../common/targets/targets';
import type { Page } from 'playwright-core';
import type { SignInKind } from '../../../common/sign_in';
import { credentials } from '../../azure';
import { until } from '../../kibana';
import type { PageState } from '../../../public/setup/state/page_state';
import { pageUrl, type Stage } from './stage';

export interface Person {
  page: Page;
  clicks: number;
  typed: string[];
  find(subj: string): ReturnType<Page['locator']>;
  click(subj: string): Promise<void>;
  type(subj: string, text: string): Promise<void>;
  /** Waits until the screen is open and focused. */
  opens(screen: PageState['screen']): Promise<void>;
  /** Waits until the plan is checked and its button is enabled. */
  isReady(): Promise<void>;
  /** Waits until it is visible and has this text; its whole text. */
  sees(subj: string, text?: string | RegExp): Promise<string>;
  /** Waits until it has this attribute. */
  has(subj: string, attribute: `${string}="${string}"`): Promise<void>;
}

export function aPerson(page: Page): Person {
  const find = (subj: string) => page.locator(`[data-test-subj~="${subj}"]`);
  const person: Person = {
    page,
    clicks: 0,
    typed: [],
    find,
    async click(subj) {
      await find(subj).first().click();
      person.clicks += 1;
    },
    async type(subj, text) {
      await find(subj).fill(text);
      person.typed.push(text);
    },
    async opens(screen) {
      await page.waitForFunction(
        (subj) => document.activeElement?.closest(`[data-test-subj="${subj}"]`) !== null,
        `screen-${screen}`,
      );
    },
    async isReady() {
      await person.has('setUpButton', 'aria-disabled="false"');
    },
    async sees(subj, text = '') {
      const isSaid = (all: string) =>
        typeof text === 'string' ? all.includes(text) : text.test(all);
      const element = find(subj).first();
      try {
        await element.waitFor({ state: 'visible' });
        return await until(async () => (await element.innerText()).trim(), isSaid);
      } catch (error) {
        const wanted = [subj, text].filter(Boolean).join(' with ');
        throw new Error(`No ${wanted}. ${await whatIsThere(page)}`, { cause: error });
      }
    },
    async has(subj, attribute) {
      await find(subj)
        .and(page.locator(`[${attribute}]`))
        .waitFor();
    },
  };
  return person;
}

/** The page's text and the focused element. */
const whatIsThere = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const focused = document.activeElement?.outerHTML.slice(0, 200);
    return `The page says:\n${document.body.innerText}\nThe focus is on ${focused}`;
  });

/** A person with a new plan, checked and without problems. */
export async function openPlan(
  stage: Stage,
  where: string = pageUrl,
  options: Parameters<Stage['open']>[1] = {},
): Promise<Person> {
  const person = aPerson(await stage.open(where, options));
  await signInWithSecret(person);
  await person.isReady();
  return person;
}

/** Presses the button of the plan, and waits for the answer of the model. */
export async function setUp(person: Person): Promise<void> {
  await person.click('setUpButton');
  await person.sees('doneAnswer', /\S/);
}

/** Puts a question to the chat; its answer. */
export async function askAssistant(person: Person): Promise<string> {
  await person.type('assistantQuestion', 'Is it you?');
  await person.click('assistantAsk');
  return person.sees('assistantAnswer');
}

/** Deletes everything that the setup made; `announced` is what the dialog has to show. */
export async function deleteSetup(person: Person, announced = 'removals'): Promise<string> {
  await person.click('removeAll');
  const text = await person.sees(announced);
  await person.click('undoConfirm');
  await person.page.locator('[data-test-subj="runLive"][data-status="undone"]').waitFor();
  return text;
}

/** Changes the plan's row "Connection". */
export async function chooseTarget(person: Person, target: TargetChoice): Promise<void> {
  await person.click('targetRowChange');
  await person.find(`targetCard-${target}`).locator('label').first().click();
  await person.click('targetFlyoutSave');
  await person.find('targetFlyout').waitFor({ state: 'detached' });
  await person.isReady();
}

/** Enters the code on the simulated Microsoft page. */
export async function acceptDeviceCode(stage: Stage, person: Person, user = 'ada@contoso.com') {
  const userCode = (await person.sees('deviceCodeUserCode')).replace(/\s/g, '');
  const answer = await fetch(`${stage.simulator.controlUrl}/api/device`, {
    method: 'POST',
    body: JSON.stringify({ userCode, decision: 'accept', user }),
  });
  if (!answer.ok) throw new Error(await answer.text());
}

export async function signInWithDeviceCode(stage: Stage, person: Person): Promise<void> {
  await person.click('signInSubmit');
  await acceptDeviceCode(stage, person);
  await person.sees('signedInAs');
}

interface Secret {
  tenant: string;
  clientId: string;
  clientSecret: string;
}

/** Chooses one of the other ways to sign in. */
export async function chooseSignIn({ page, find }: Person, kind: SignInKind): Promise<void> {
  const label = page.locator(`label[for="azureOpenaiSetupSignIn-${kind}"]`);
  const another = find('connectAnother');
  // Returning people see their setups first.
  await find('otherWays').or(another).first().waitFor();
  if (await another.isVisible()) await another.click();
  await find('otherWays').waitFor();
  if (!(await label.isVisible())) await find('otherWays').click();
  await label.click();
}

export async function signInWithSecret(
  person: Person,
  { tenant, clientId, clientSecret }: Secret = credentials.good,
): Promise<void> {
  await chooseSignIn(person, 'service_principal');
  await person.type('servicePrincipalTenant', tenant);
  await person.type('servicePrincipalClientId', clientId);
  await person.type('servicePrincipalSecret', clientSecret);
  await person.click('signInSubmit');
}
