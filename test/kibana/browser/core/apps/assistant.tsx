import React, { useEffect, useState } from 'react';
import { EuiButton, EuiFlyout, EuiListGroup, EuiPageTemplate, EuiText } from '@elastic/eui';
import type { CoreStart } from '@kbn/core/public';
import { useConnectors } from './connectors';
import { pageApp } from './page_app';
import { selectConnector, usableIn } from './select_connector';

/** Stands in for a chat: it answers with one of the connectors of its types in this space. */
const Chat = ({ core, storageKey }: { core: CoreStart; storageKey?: string }) => {
  const { connectors = [], error } = useConnectors(core);
  const selected = selectConnector(core, connectors, storageKey);
  return (
    <>
      <EuiText data-test-subj="assistantConnector">
        <p>{error ?? (selected ? `Answers with ${selected.name}` : 'No connector yet')}</p>
      </EuiText>
      <EuiListGroup
        aria-label="Connectors"
        listItems={usableIn(connectors).map(({ id, name }) => ({
          label: name,
          isActive: id === selected?.id,
          'data-test-subj': `assistantConnector-${id}`,
        }))}
      />
    </>
  );
};

const Page = ({ title, children }: { title: string; children?: React.ReactNode }) => (
  <EuiPageTemplate>
    <EuiPageTemplate.Header pageTitle={title} />
    <EuiPageTemplate.Section>{children}</EuiPageTemplate.Section>
  </EuiPageTemplate>
);

const prefersAgent = ({ settings }: CoreStart): boolean =>
  settings.client.get<unknown>('aiAssistant:preferredChatExperience', 'classic') === 'agent';

/** With Agent Builder preferred, this app forwards to Observability's home, which has no chat. */
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
      {!prefersAgent(core) && (
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
      <Chat core={core} storageKey="agentBuilder.lastUsedConnector" />
    </Page>
  ),
);

/** Under the ids and routes of Kibana's apps. */
export const assistantApps = [...apps, agentBuilder];
