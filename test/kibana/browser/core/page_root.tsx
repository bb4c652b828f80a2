import React, { type ReactNode } from 'react';
import ReactDOM from 'react-dom';
import { EuiEmptyPrompt } from '@elastic/eui';
import { Overlays } from './overlays';
import { createRendering } from './rendering';

/** Fills the window below the header, as in Kibana, for sticky bars. */
const body = {
  display: 'flex',
  flexDirection: 'column',
  minHeight: 'calc(100vh - var(--euiFixedHeadersOffset, 0px))',
} as const;

interface PageParts {
  header?: ReactNode;
  content: ReactNode;
}

export const renderRoot = ({ header, content }: PageParts, darkMode: boolean): void => {
  const { page } = createRendering(darkMode);
  ReactDOM.render(
    page(
      <>
        {header}
        <div style={body}>{content}</div>
        <Overlays />
      </>,
    ),
    document.getElementById('kibana-body'),
  );
};

/** A broken plugin breaks the whole page, as in Kibana. */
export const renderFailure = (error: unknown): void => {
  console.error(error);
  const content = (
    <EuiEmptyPrompt
      color="danger"
      title={<h1>Elastic did not load</h1>}
      body={<p>{error instanceof Error ? error.message : String(error)}</p>}
      data-test-subj="bootFailure"
    />
  );
  renderRoot({ content }, false);
};
