import type { Page } from 'playwright-core';
import { credentials } from '../azure';
import type { Stage } from './stage';

export interface Person {
  page: Page;
  clicks: number;
  typed: string[];
  find(subj: string): ReturnType<Page['locator']>;
  click(subj: string): Promise<void>;
  type(subj: string, text: string): Promise<void>;
  /** Waits until the step is open and has the focus, as a person would. */
  opens(step: string): Promise<void>;
  /** Waits until it is there to be seen. */
  sees(subj: string): Promise<string>;
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
    async opens(step) {
      await find(`step-${step}`).and(page.locator('[data-state="current"]')).waitFor();
      await page.waitForFunction(
        (id) => document.activeElement?.closest(`[data-test-subj="step-${id}"]`) !== null,
        step,
      );
    },
    async sees(subj) {
      await find(subj).first().waitFor({ state: 'visible' });
      return (await find(subj).first().innerText()).trim();
    },
  };
  return person;
}

/** Types the code on the simulated page of Microsoft, in another tab so to say. */
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

export async function signInWithSecret(
  person: Person,
  { tenant, clientId, clientSecret }: Secret = credentials.good,
): Promise<void> {
  await person.page.locator('label[for="azureOpenaiSetupSignIn-service_principal"]').click();
  await person.type('servicePrincipalTenant', tenant);
  await person.type('servicePrincipalClientId', clientId);
  await person.type('servicePrincipalSecret', clientSecret);
  await person.click('signInSubmit');
}
