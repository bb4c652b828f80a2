import React from 'react';
import { EuiBasicTable, EuiPageTemplate } from '@elastic/eui';
import type { CoreStart } from '@kbn/core/public';
import { useConnectors, type Connector } from './connectors';
import { pageApp } from './page_app';

const connectorsPath = '/insightsAndAlerting/triggersActionsConnectors/connectors';

const urlOf = ({ config }: Connector): string =>
  typeof config?.apiUrl === 'string' ? config.apiUrl : '';

const Connectors = ({ core }: { core: CoreStart }) => {
  const { connectors, error } = useConnectors(core);
  return (
    <EuiPageTemplate>
      <EuiPageTemplate.Header pageTitle="Connectors" />
      <EuiPageTemplate.Section>
        <EuiBasicTable
          tableCaption="Connectors"
          data-test-subj="actionsTable"
          items={connectors ?? []}
          rowHeader="name"
          loading={connectors === undefined && error === undefined}
          error={error}
          noItemsMessage="No connectors in this space"
          columns={[
            { field: 'name', name: 'Name' },
            { field: 'connector_type_id', name: 'Type' },
            { name: 'URL', render: urlOf },
            { field: 'id', name: 'Id' },
          ]}
        />
      </EuiPageTemplate.Section>
    </EuiPageTemplate>
  );
};

const NotHere = () => (
  <EuiPageTemplate>
    <EuiPageTemplate.EmptyPrompt
      title={<h1>Management</h1>}
      body={<p>Of Stack Management, this host has the connectors page only.</p>}
    />
  </EuiPageTemplate>
);

const category = { id: 'management', label: 'Management' };

export const managementApp = pageApp(
  { id: 'management', title: 'Stack Management', category, euiIconType: 'gear' },
  (core, { history }) =>
    history.location.pathname.startsWith(connectorsPath) ? <Connectors core={core} /> : <NotHere />,
);
