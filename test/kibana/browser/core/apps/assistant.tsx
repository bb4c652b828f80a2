import React, { useEffect, useState } from 'react';
import { EuiButton, EuiFlyout, EuiPageTemplate } from '@elastic/eui';
import type { CoreStart } from '@kbn/core/public';
import { Chat } from './chat';
import { pageApp } from './page_app';

const Page = ({ title, children }: { title: string; children?: React.ReactNode }) => (
  <EuiPageTemplate>
    <EuiPageTemplate.Header pageTitle={title} />
    <EuiPageTemplate.Section>{children}</EuiPageTemplate.Section>
  </EuiPageTemplate>
);

const valueOf = ({ settings: { client } }: CoreStart, key: string): unknown =>
  client.isDeclared(key) ? client.get<unknown>(key) : undefined;

const prefersAgent = (core: CoreStart): boolean =>
  valueOf(core, 'aiAssistant:preferredChatExperience') === 'agent';

/** The setting that hides the assistants, or shows only one. */
const shows = (core: CoreStart, assistant: 'observability' | 'security'): boolean =>
  ['default', assistant].includes(String(valueOf(core, 'aiAssistant:preferredAIAssistantType')));

/** If Agent Builder is preferred, this app redirects to Observability's home, which has no chat. */
const ObservabilityAssistant = ({ core }: { core: CoreStart }) => {
  const forwards = prefersAgent(core);
  useEffect(() => {
    if (forwards) void core.application.navigateToApp('observability-overview', { replace: true });
  }, [core, forwards]);
  if (forwards) return <Page title="AI Assistant" />;
  return (
    <Page title="AI Assistant">
      <Chat core={core} storageKey="xpack.observabilityAiAssistant.lastUsedConnector" />
    </Page>
  );
};

/** The assistant is a flyout that a button of the header opens, in the classic experience only. */
const Security = ({ core }: { core: CoreStart }) => {
  const [isOpen, setOpen] = useState(false);
  return (
    <Page title="Security">
      {!prefersAgent(core) && shows(core, 'security') && (
        <EuiButton onClick={() => setOpen(true)} data-test-subj="assistantHeaderLink">
          AI Assistant
        </EuiButton>
      )}
      {isOpen && (
        <EuiFlyout onClose={() => setOpen(false)} size="s" aria-label="AI Assistant">
          <Chat core={core} />
        </EuiFlyout>
      )}
    </Page>
  );
};

const observability = { id: 'observability', label: 'Observability' };
const security = { id: 'securitySolution', label: 'Security' };
const elasticsearch = { id: 'enterpriseSearch', label: 'Elasticsearch' };

const apps = [
  pageApp(
    {
      id: 'observabilityAIAssistant',
      title: 'AI Assistant',
      category: observability,
      euiIconType: 'sparkles',
    },
    (core) => <ObservabilityAssistant core={core} />,
  ),
  pageApp(
    {
      id: 'observability-overview',
      appRoute: '/app/observability',
      title: 'Observability',
      category: observability,
      euiIconType: 'logoObservability',
    },
    () => <Page title="Observability" />,
  ),
  pageApp(
    {
      id: 'securitySolutionUI',
      appRoute: '/app/security',
      title: 'Security',
      category: security,
      euiIconType: 'logoSecurity',
    },
    (core) => <Security core={core} />,
  ),
];

const agentBuilder = pageApp(
  { id: 'agent_builder', title: 'Agent Builder', category: elasticsearch, euiIconType: 'sparkles' },
  (core) => (
    <Page title="Agent Builder">
      <Chat core={core} storageKey="agentBuilder.lastUsedConnector" featureId="agent_builder" />
    </Page>
  ),
);

/** The apps, with Kibana's ids and routes. */
export const assistantApps = [...apps, agentBuilder];
