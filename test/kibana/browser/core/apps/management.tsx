import React, { useEffect, useRef, useState } from 'react';
import {
  EuiBasicTable,
  EuiFlyout,
  EuiFlyoutHeader,
  EuiListGroup,
  EuiPageTemplate,
} from '@elastic/eui';
import type { AppMountParameters, CoreStart } from '@kbn/core/public';
import type { RegisterManagementAppArgs } from '@kbn/management-plugin/public';
import type { Management } from '../contracts/management';
import { useConnectors, type Connector } from './connectors';
import { pageApp } from './page_app';

const section = '/insightsAndAlerting';
const connectorsPath = `${section}/triggersActionsConnectors/connectors`;

const urlOf = ({ config }: Connector): string =>
  typeof config?.apiUrl === 'string' ? config.apiUrl : '';

/** `connectors/<id>` opens the flyout of that connector, and the URL loses the id. */
const Connectors = ({ core, openedId }: { core: CoreStart; openedId?: string }) => {
  const { connectors, error } = useConnectors(core);
  const [opened, setOpened] = useState<Connector>();
  useEffect(() => {
    const found = connectors?.find(({ id }) => id === openedId);
    if (!found) return;
    setOpened(found);
    const path = core.application.getUrlForApp('management', { path: connectorsPath });
    window.history.replaceState(null, '', path);
  }, [connectors, core, openedId]);
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
      {opened && (
        <EuiFlyout
          onClose={() => setOpened(undefined)}
          aria-label="Edit connector"
          data-test-subj="edit-connector-flyout"
        >
          <EuiFlyoutHeader>{opened.name}</EuiFlyoutHeader>
        </EuiFlyout>
      )}
    </EuiPageTemplate>
  );
};

interface LandingProps {
  core: CoreStart;
  apps: RegisterManagementAppArgs[];
}

/** The list of entries, with Connectors as the only one of Kibana. */
const Landing = ({ core, apps }: LandingProps) => {
  const { capabilities } = core.application;
  const connectors = capabilities['management']?.['insightsAndAlerting'];
  const mayConnect = typeof connectors === 'object' && connectors['triggersActionsConnectors'];
  const entries = [
    ...(mayConnect ? [{ id: 'connectors', title: 'Connectors', path: connectorsPath }] : []),
    ...apps
      .filter(({ hideFromSidebar }) => !hideFromSidebar)
      .map(({ id, title }) => ({ id, title, path: `${section}/${id}` })),
  ];
  return (
    <EuiPageTemplate>
      <EuiPageTemplate.Header pageTitle="Stack Management" />
      <EuiPageTemplate.Section>
        <EuiListGroup
          aria-label="Alerts and insights"
          listItems={entries.map(({ id, title, path }) => ({
            label: title,
            onClick: () => void core.application.navigateToApp('management', { path }),
            'data-test-subj': `managementEntry-${id}`,
          }))}
        />
      </EuiPageTemplate.Section>
    </EuiPageTemplate>
  );
};

/** Mounts another plugin's entry. */
const Registered = ({ app }: { app: RegisterManagementAppArgs }) => {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (element.current === null) return;
    const basePath = `${section}/${app.id}`;
    const mounted = Promise.resolve(app.mount({ basePath, element: element.current }));
    return () => void mounted.then((unmount) => unmount());
  }, [app]);
  return <div ref={element} />;
};

const category = { id: 'management', label: 'Management' };

const Page = ({ core, apps, path }: LandingProps & { path: string }) => {
  if (path.startsWith(connectorsPath)) {
    const [id] = path.slice(connectorsPath.length + 1).split('/');
    return <Connectors core={core} openedId={id && decodeURIComponent(id)} />;
  }
  const app = apps.find(({ id }) => `${path}/`.startsWith(`${section}/${id}/`));
  return app ? <Registered app={app} /> : <Landing core={core} apps={apps} />;
};

const usePath = ({ history }: AppMountParameters) => {
  const [path, setPath] = useState(history.location.pathname);
  useEffect(() => history.listen(({ pathname }) => setPath(pathname)), [history]);
  return path;
};

interface AppProps {
  core: CoreStart;
  params: AppMountParameters;
  management: Management;
}

const ManagementApp = ({ core, params, management }: AppProps) => (
  <Page core={core} apps={management.listApps()} path={usePath(params)} />
);

export const managementApp = (management: Management) =>
  pageApp(
    { id: 'management', title: 'Stack Management', category, euiIconType: 'gear' },
    (core, params) => <ManagementApp core={core} params={params} management={management} />,
  );
