import React, { useLayoutEffect, useRef, useState } from 'react';
import { EuiPageTemplate } from '@elastic/eui';
import type { App, Application } from './application';
import { createScopedHistory } from './scoped_history';
import { useStore } from './store';

const fill = {
  display: 'flex',
  flexDirection: 'column',
  flexGrow: 1,
  position: 'relative',
} as const;

/** Mounts one app in its own element. */
const MountedApp = ({ app, application }: { app: App; application: Application }) => {
  const element = useRef<HTMLDivElement>(null);
  const [failure, setFailure] = useState<string>();

  useLayoutEffect(() => {
    if (element.current === null) return;
    let unmount: (() => void) | undefined;
    let isLeft = false;
    app
      .mount({
        element: element.current,
        history: createScopedHistory(application.history, app.appRoute),
        onAppLeave: application.onAppLeave,
      })
      .then((done) => {
        if (isLeft) done();
        else unmount = done;
      })
      .catch((error: unknown) => {
        console.error(error);
        setFailure(String(error));
      });
    return () => {
      isLeft = true;
      unmount?.();
    };
  }, [app, application]);

  return (
    <>
      {failure && <Empty title="The app could not be opened" body={failure} />}
      <div className="kbnAppWrapper" style={fill} ref={element} data-test-subj={`app-${app.id}`} />
    </>
  );
};

const Empty = ({ title, body }: { title: string; body: string }) => (
  <EuiPageTemplate>
    <EuiPageTemplate.EmptyPrompt
      title={<h1>{title}</h1>}
      body={<p>{body}</p>}
      data-test-subj="appNotFoundPageContent"
    />
  </EuiPageTemplate>
);

export const AppContainer = ({ application }: { application: Application }) => {
  const app = useStore(application.current);
  return app ? (
    <MountedApp key={app.id} app={app} application={application} />
  ) : (
    <Empty
      title="Application not found"
      body="There is no application at this address, or your role does not give you access to it."
    />
  );
};
