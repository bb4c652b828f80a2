import '@testing-library/jest-dom';
import { EuiProvider } from '@elastic/eui';
import { render } from '@testing-library/react';
import { useState, type ReactElement } from 'react';
import type { SetupField } from '../../../common/setup_request';
import { PageActionsProvider, type PageActions } from '../../../public/setup/screen/page_actions';
import type { Setting } from './fake_core';
import { queryWrapper } from './query_wrapper';

interface InPage extends Partial<Setting> {
  /** The field that the person wants to change. */
  field?: SetupField;
}

/** Renders a part of the page; returns what it has called since, and what it has announced. */
export function renderInPage(element: ReactElement, setting: InPage = {}) {
  const { answers = {}, field: wanted, ...rest } = setting;
  const { wrapper: Queries, ...queries } = queryWrapper(answers, rest);
  const called: string[] = [];
  const announced: string[] = [];
  /** The wanted field, once a part has opened for it. */
  const found: SetupField[] = [];
  const common = {
    openField: (opened: SetupField) => void called.push(opened),
    applyFix: () => undefined,
    signInAgain: () => void called.push('signIn'),
    renewSession: () => undefined,
    takeFocus: false,
    usesAccount: false,
    announce: (text: string) => void announced.push(text),
  };
  function Page({ children }: { children: ReactElement }): ReactElement {
    const [field, setField] = useState(wanted);
    const fieldOpened = () => {
      if (field) found.push(field);
      setField(undefined);
    };
    const actions: PageActions = { ...common, field, fieldOpened };
    return (
      <EuiProvider>
        <Queries>
          <PageActionsProvider value={actions}>{children}</PageActionsProvider>
        </Queries>
      </EuiProvider>
    );
  }
  const { rerender, unmount } = render(<Page>{element}</Page>);
  const become = (changed: ReactElement) => rerender(<Page>{changed}</Page>);
  return { ...queries, called, found, announced, unmount, become };
}
