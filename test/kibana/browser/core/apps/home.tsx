import React from 'react';
import { EuiCard, EuiFlexGrid, EuiFlexItem, EuiIcon, EuiPageTemplate } from '@elastic/eui';
import type { App, Application } from '../application';
import { pageApp } from './page_app';

/** As in Kibana, `visibleIn: []` hides an app. */
const isListed = ({ id, visibleIn }: App) => id !== 'home' && visibleIn?.length !== 0;

const Home = ({ application }: { application: Application }) => (
  <EuiPageTemplate>
    <EuiPageTemplate.Header pageTitle="Home" />
    <EuiPageTemplate.Section>
      <EuiFlexGrid columns={3} data-test-subj="homeApp">
        {application
          .listApps()
          .filter(isListed)
          .map((app) => (
            <EuiFlexItem key={app.id}>
              <EuiCard
                layout="horizontal"
                title={app.title}
                description={app.category?.label ?? ''}
                icon={<EuiIcon size="xl" type={app.euiIconType ?? 'dashboardApp'} aria-hidden />}
                onClick={() => void application.start.navigateToApp(app.id)}
                data-test-subj={`homeApp-${app.id}`}
              />
            </EuiFlexItem>
          ))}
      </EuiFlexGrid>
    </EuiPageTemplate.Section>
  </EuiPageTemplate>
);

export const homeApp = (application: Application) =>
  pageApp({ id: 'home', title: 'Home' }, () => <Home application={application} />);
