import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import tokens from '@elastic/eui/i18ntokens.json';
import { projectMessages } from '../../scripts/i18n/project_messages';
import { pseudo } from './support/pseudo_translation';
import { setStage, type OwnStage } from './support/stage';
import { walk } from './support/walk';

/** Pseudo texts under the name of a real language: numbers and dates are then German. */
const locale = 'de-DE';

let stage: OwnStage;

beforeAll(async () => {
  const { messages } = await projectMessages();
  const texts = Object.fromEntries(messages.map(({ id, text }) => [id, pseudo(text)]));
  stage = await setStage({
    world: 'established',
    settings: { 'i18n.locale': locale },
    installed: async (folder) => {
      const file = `translations/${locale}.json`;
      await mkdir(path.join(folder, 'translations'), { recursive: true });
      await writeFile(path.join(folder, file), JSON.stringify({ formats: {}, messages: texts }));
      await writeFile(path.join(folder, '.i18nrc.json'), JSON.stringify({ translations: [file] }));
    },
  });
});
afterAll(() => stage.clear());

/** All visible and accessible texts of the page, without commands. */
const shownTexts = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const skipped =
      '[data-test-subj="headerGlobalNav"], kbn-injected-metadata, script, style, pre, code';
    const texts: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ALL);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node instanceof Element ? node : node.parentElement;
      if (!element || element.closest(skipped)) continue;
      if (node instanceof Text) texts.push(node.data);
      if (!(node instanceof Element)) continue;
      for (const name of ['aria-label', 'placeholder', 'title', 'alt', 'aria-valuetext']) {
        texts.push(node.getAttribute(name) ?? '');
      }
      if (node instanceof HTMLInputElement && node.readOnly) texts.push(node.value);
    }
    return [...texts, document.title].map((text) => text.trim()).filter(Boolean);
  });

/** The texts of Kibana's components: Kibana translates them itself. */
const ofComponents = tokens.map(({ defString }) => defString);

const pattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const isOfComponents = (text: string): boolean =>
  ofComponents.some((one) => {
    const parts = one.split(/\{[^}]*\}/).map(pattern);
    return new RegExp(`^${parts.join('.*')}$`).test(text);
  });

const data = [
  /https?:\/\/\S+/g,
  /[\w.-]+@[\w.-]+/g,
  /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]+/g,
  /kibana-openai(-[0-9a-f]+)?(\.openai\.azure\.com)?|contoso-[a-z-]+|rg-[a-z]+|legacy-chat|chat|embeddings|broken/g,
  /text-embedding-3-large|(gpt|GPT|o[134])[\w.-]*/g,
  /(Cognitive Services )?Contributor( \+ Reader)?/g,
  /fabrikam\.onmicrosoft\.com|kibana-setup-run|\d\sMio\./g,
  /Microsoft\.CognitiveServices|Azure OpenAI - GPT[\w.-]*|Azure OpenAI/g,
  /Contoso( Production| Archive)?|Free Trial|Fabrikam[\w .]*|default|Elastic|^Kibana$/g,
  /(East|West|North|South|Central|Sweden|France|Germany|Norway|Switzerland|Japan|Korea|Australia|Canada|Brazil|UK|UAE|US|India|Poland|Italy|Spain|Europe)( (East|West|North|South|Central|US|Europe|Africa|India))*( \d)?( [NSEW])?/g,
  /(?<![\p{L}\d])(eastus2|swedencentral|[A-Z0-9]{9})(?![\p{L}\d])/gu,
  /(Januar|Februar|März|April|Mai|Juni|Juli|August|(Septem|Okto|Novem|Dezem)ber) \d{4}/g,
  /\d{1,2}\. \p{L}+\.? \d{4}|\d{1,2}\.\d{1,2}\.\d{4}/gu,
  /vor \d+ \p{L}+|gerade eben|jetzt|heute/gu,
  /Succeeded|Failed|Disabled|Hello\. How can I help you today\?/g,
  /AADSTS\d+[^⟧]*|RequestDisallowedByPolicy|Not here\.|invalid_client/g,
];

const untranslated = (text: string): boolean => {
  if (isOfComponents(text)) return false;
  const rest = data.reduce((left, one) => left.replace(one, ''), text);
  return /[a-z]{2}/i.test(rest);
};

it('shows only translatable texts, in any state', async () => {
  const found = new Set<string>();
  const numbers = new Set<string>();
  let seen = 0;
  await walk(
    stage,
    async (state, { page }) => {
      const texts = await shownTexts(page);
      seen += texts.filter((text) => text.includes('⟦')).length;
      for (const text of texts.filter(untranslated)) found.add(`${state}: ${text}`);
      for (const text of texts)
        for (const [number] of text.matchAll(/\d+[.,]000/g)) numbers.add(number);
    },
    { still: true },
  );
  expect([...found]).toEqual([]);
  expect(seen).toBeGreaterThan(500);
  expect([...numbers]).toContain('100.000');
  expect([...numbers].filter((number) => number.includes(','))).toEqual([]);
});
