import { EuiEmptyPrompt } from '@elastic/eui';
import type { ReactElement, ReactNode } from 'react';

interface EmptyPromptProps {
  title: string;
  body?: string;
  /** The button that leads to something. */
  action?: ReactNode;
  testSubj?: string;
}

/** Stands where a list would have an entry. */
export function EmptyPrompt({ title, body, action, testSubj }: EmptyPromptProps): ReactElement {
  return (
    <EuiEmptyPrompt
      titleSize="xs"
      title={<h3>{title}</h3>}
      body={body && <p>{body}</p>}
      actions={action}
      data-test-subj={testSubj}
    />
  );
}
