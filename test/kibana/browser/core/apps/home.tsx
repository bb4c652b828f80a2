import React from 'react';
import { EuiCard, EuiFlexGrid, EuiFlexItem, EuiIcon, EuiPageTemplate } from '@elastic/eui';
import { isListed, type Application } from '../application';
import type { FeatureCatalogue } from '../contracts/feature_catalogue';
import { pageApp } from './page_app';

interface HomeProps {
  application: Application;
  catalogue: FeatureCatalogue;
  prepend: (path: string) => string;
}

const Home = ({ application, catalogue, prepend }: HomeProps) => (
  <EuiPageTemplate>
    <EuiPageTemplate.Header pageTitle="Home" />
    <EuiPageTemplate.Section>
      <EuiFlexGrid columns={3} data-test-subj="homeApp">
        {application
          .listApps()
          .filter((app) => isListed(app) && app.id !== 'home')
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
        {catalogue.listEntries().map(({ id, title, description, icon, path }) => (
          <EuiFlexItem key={`catalogue-${id}`}>
            <EuiCard
              layout="horizontal"
              title={title}
              description={description}
              icon={<EuiIcon size="xl" type={icon} aria-hidden />}
              onClick={() => void application.start.navigateToUrl(prepend(path))}
              data-test-subj={`homeCatalogue-${id}`}
            />
          </EuiFlexItem>
        ))}
      </EuiFlexGrid>
    </EuiPageTemplate.Section>
  </EuiPageTemplate>
);

export const homeApp = (application: Application, catalogue: FeatureCatalogue) =>
  pageApp({ id: 'home', title: 'Home' }, ({ http }) => (
    <Home application={application} catalogue={catalogue} prepend={http.basePath.prepend} />
  ));
