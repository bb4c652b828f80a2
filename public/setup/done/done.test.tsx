import { screen } from '@testing-library/react';
import type { SetupRequest } from '../../../common/setup_request';
import { aFinishedRun, aRecommendation, aRunId } from '../../../test/support/builders/answers';
import { click, isolatedPage, see, signIn } from '../../../test/support/page/page_driver';

const request: SetupRequest = aRecommendation().request;
const search = `?run=${aRunId}`;

const page = isolatedPage();
const { show, open } = page;

describe('at the end', () => {
  const finished = { run: () => ({ run: aFinishedRun(request) }) };

  test('the link returns to the previous page with the connector id', async () => {
    const returnTo = encodeURIComponent('/app/security/alerts?a=1');
    const basePath = '/base/s/sales';
    show({ search: `${search}&returnTo=${returnTo}`, basePath, answers: finished });
    await click('openAssistantLink');
    expect(page.shown.navigatedTo).toEqual([
      `/base/s/sales/app/security/alerts?a=1&connectorId=${aRunId}`,
    ]);
  });

  test('a URL outside of Kibana is ignored', async () => {
    const returnTo = encodeURIComponent('//evil.example/app/x');
    show({ search: `${search}&returnTo=${returnTo}`, answers: finished });
    expect(await see('openAssistantLink')).toHaveAttribute('href', '/app/observabilityAIAssistant');
  });

  test('there is no link to an assistant that the person does not have', async () => {
    show({ search, answers: finished, capabilities: { navLinks: {} } });
    expect(await see('openConnectorLink')).toHaveAttribute(
      'href',
      `/app/management/insightsAndAlerting/triggersActionsConnectors/connectors/${aRunId}`,
    );
    expect(screen.queryByTestId('openAssistantLink')).not.toBeInTheDocument();
  });

  const assistantApps = { observabilityAIAssistant: true, securitySolutionUI: true };
  const all = { ...assistantApps, agent_builder: true };
  const builder = ['/app/agent_builder', 'Open Agent Builder'];
  const observability = ['/app/observabilityAIAssistant', 'Open AI Assistant'];
  const security = ['/app/securitySolutionUI/get_started', 'Open Elastic Security'];
  test.each<[string, string, Record<string, boolean>, string[]]>([
    ['agent', 'both', all, builder],
    ['agent', 'security', all, builder],
    ['agent', 'both', assistantApps, []],
    ['classic', 'both', all, observability],
    ['classic', 'security', assistantApps, security],
    ['classic', 'security', { agent_builder: true }, builder],
    ['', 'observability', assistantApps, observability],
  ])(
    'with the chat experience %j for %s and %j, the link leads to %s',
    async (chat, useCase, navLinks, expected) => {
      show({
        search: `${search}&useCase=${useCase}`,
        answers: finished,
        capabilities: { navLinks },
        ...(chat && { uiSettings: { 'aiAssistant:preferredChatExperience': chat } }),
      });
      await see('openConnectorLink');
      const link = screen.queryByTestId('openAssistantLink');
      expect(link ? [link.getAttribute('href'), link.textContent] : []).toEqual(expected);
    },
  );

  test('a preference for Agent Builder counts where it is the default of the setting, too', async () => {
    const capabilities = { navLinks: all };
    const uiSettingDefaults = { 'aiAssistant:preferredChatExperience': 'agent' };
    show({ search, answers: finished, capabilities, uiSettingDefaults });
    expect(await see('openAssistantLink')).toHaveAttribute('href', '/app/agent_builder');
  });

  test.each([
    ['never', undefined],
    ['security', '/app/securitySolutionUI/get_started'],
    ['observability', '/app/observabilityAIAssistant'],
  ])('with the assistants shown %j, the link leads to %s', async (visible, href) => {
    const uiSettings = { 'aiAssistant:preferredAIAssistantType': visible };
    show({ search, answers: finished, capabilities: { navLinks: assistantApps }, uiSettings });
    expect(await see('openConnectorLink')).toBeInTheDocument();
    const link = screen.queryByTestId('openAssistantLink');
    expect(link?.getAttribute('href') ?? undefined).toBe(href);
  });

  test('resources of an earlier attempt are listed', async () => {
    const previousRequests = [{ ...request, accountName: 'first-try', location: 'westus3' }];
    const run = aFinishedRun(request, { previousRequests });
    open({ run: () => ({ run }) }, { search });
    expect(await see('whatWasCreated')).toHaveTextContent(/earlier attempt.*first-try/);
  });

  test('everything can be deleted after a sign-in', async () => {
    open({ ...finished, undoRun: () => ({ removals: [] }) }, { search });
    expect(await see('created-account')).toHaveTextContent('Created');
    await click('removeAll');
    await click('signInAgain');
    await signIn();
    expect(await see('doneAnswer')).toBeInTheDocument();
    expect(page.shown.callsOf('resumeRun')).toEqual([]);
  });
});
