import React from 'react';
import { EuiListGroup, EuiPageTemplate, EuiText } from '@elastic/eui';
import type { CoreStart } from '@kbn/core/public';
import { useConnectors } from './connectors';
import { pageApp } from './page_app';

const assistantTypes = ['.gen-ai', '.bedrock', '.gemini'];

/** Stands in for an AI Assistant: like one, it takes every connector of its types in this space. */
const Assistant = ({ core, connectorId }: { core: CoreStart; connectorId: string | null }) => {
  const { connectors = [], error } = useConnectors(core);
  const usable = connectors.filter((each) => assistantTypes.includes(each.connector_type_id));
  const selected = usable.find(({ id }) => id === connectorId) ?? usable[0];
  return (
    <EuiPageTemplate>
      <EuiPageTemplate.Header pageTitle="AI Assistant" />
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

const category = { id: 'observability', label: 'Observability' };

export const assistantApp = pageApp(
  { id: 'observabilityAIAssistant', title: 'AI Assistant', category, euiIconType: 'sparkles' },
  (core, { history }) => (
    <Assistant
      core={core}
      connectorId={new URLSearchParams(history.location.search).get('connectorId')}
    />
  ),
);
