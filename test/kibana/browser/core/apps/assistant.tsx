import React from 'react';
import { EuiListGroup, EuiPageTemplate, EuiText } from '@elastic/eui';
import type { AppMountParameters, CoreStart } from '@kbn/core/public';
import { useConnectors } from './connectors';
import { pageApp } from './page_app';

const assistantTypes = ['.gen-ai', '.bedrock', '.gemini'];

/** Stands in for an AI Assistant: like one, it takes every connector of its types in this space. */
const Assistant = ({
  core,
  title,
  connectorId,
}: {
  core: CoreStart;
  title: string;
  connectorId: string | null;
}) => {
  const { connectors = [], error } = useConnectors(core);
  const usable = connectors.filter((each) => assistantTypes.includes(each.connector_type_id));
  const selected = usable.find(({ id }) => id === connectorId) ?? usable[0];
  return (
    <EuiPageTemplate>
      <EuiPageTemplate.Header pageTitle={title} />
      <EuiPageTemplate.Section>
        <EuiText data-test-subj="assistantConnector">
          <p>{error ?? (selected ? `Answers with ${selected.name}` : 'No connector yet')}</p>
        </EuiText>
        <EuiListGroup
          aria-label="Connectors"
          listItems={usable.map(({ id, name }) => ({
            label: name,
            isActive: id === selected?.id,
            'data-test-subj': `assistantConnector-${id}`,
          }))}
        />
      </EuiPageTemplate.Section>
    </EuiPageTemplate>
  );
};

const observability = { id: 'observability', label: 'Observability' };
const security = { id: 'securitySolution', label: 'Security' };

const page =
  (title: string) =>
  (core: CoreStart, { history }: AppMountParameters) => (
    <Assistant
      core={core}
      title={title}
      connectorId={new URLSearchParams(history.location.search).get('connectorId')}
    />
  );

/** Under the ids and routes of Kibana's apps. */
export const assistantApps = [
  pageApp(
    {
      id: 'observabilityAIAssistant',
      title: 'AI Assistant',
      category: observability,
      euiIconType: 'sparkles',
    },
    page('AI Assistant'),
  ),
  pageApp(
    {
      id: 'securitySolutionUI',
      appRoute: '/app/security',
      title: 'Security',
      category: security,
      euiIconType: 'logoSecurity',
    },
    page('AI Assistant of Security'),
  ),
];
