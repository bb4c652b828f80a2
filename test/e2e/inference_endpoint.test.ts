import { latestPatches } from '../../scripts/kibana_version';
import type { TargetChoice } from '../../common/targets/targets';
import { aText } from './support/expected';
import { askAssistant, chooseTarget, deleteSetup, openPlan, setUp } from './support/person';
import { pageUrl, useStage, targetsIn } from './support/stage';

const anEndpoint = aText(/^azure-openai-gpt-5\.2-[0-9a-f]{8}$/);

describe.each([
  ['9.4.9', latestPatches['9.4'], 'connector'],
  ['9.6.0', latestPatches['9.6'], 'inference_endpoint'],
] as const)('Kibana %s', (_name, version, preselected) => {
  const stage = useStage({ version, speed: 'instant' });

  /** Signs in, chooses the target, sets up; the page of the finished setup. */
  async function setUpWith(target: TargetChoice) {
    const person = await openPlan(stage, `/s/marketing${pageUrl}`, { user: 'setup_admin' });
    if (target !== preselected) await chooseTarget(person, target);
    await person.sees('checksBadge', /^(\d+) of \1 checks passed/);
    await setUp(person);
    return person;
  }

  it.each(['inference_endpoint', 'both'] as const)(
    'answers in the chat through the endpoint and leaves nothing behind when %s is created',
    async (target) => {
      const person = await setUpWith(target);
      await person.sees('created-inference_endpoint', /azure-openai-gpt-5\.2-/);
      expect(await person.find('created-target').count()).toBe(target === 'both' ? 1 : 0);
      await person.sees('donePeople', 'monitor_inference');
      expect(await targetsIn(stage, '/s/marketing')).toEqual({
        connectors: target === 'both' ? [aText(/GPT-5\.2/)] : [],
        endpoints: [anEndpoint],
      });

      const end = person.page.url();
      await person.click('openAssistantLink');
      await person.sees('assistantAsk');
      await person.sees('assistantConnector', /^Answers with azure-openai-gpt-5\.2-/);
      expect(await askAssistant(person)).not.toBe('');

      await person.page.goto(end);
      expect(await deleteSetup(person, 'undoModel')).toContain('GPT-5.2');
      expect(await targetsIn(stage, '/s/marketing')).toEqual({ connectors: [], endpoints: [] });
      expect(stage.simulator.state.world).toMatchObject({ groups: [], accounts: [] });
    },
  );
});
