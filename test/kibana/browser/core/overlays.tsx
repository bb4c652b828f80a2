import React from 'react';
import { EuiConfirmModal, useGeneratedHtmlId } from '@elastic/eui';
import { createStore, useStore } from './store';

interface Question {
  title: string;
  text: string;
  answer: (yes: boolean) => void;
}

const question = createStore<Question | undefined>(undefined);

/** Resolves to the person's choice. */
export const confirm = (text: string, title = ''): Promise<boolean> =>
  new Promise((resolve) => {
    const answer = (yes: boolean) => {
      question.set(undefined);
      resolve(yes);
    };
    question.set({ title, text, answer });
  });

export const Overlays = () => {
  const titleId = useGeneratedHtmlId();
  const open = useStore(question);
  if (open === undefined) return null;
  return (
    <EuiConfirmModal
      aria-labelledby={titleId}
      titleProps={{ id: titleId }}
      title={open.title}
      cancelButtonText="Cancel"
      confirmButtonText="Confirm"
      defaultFocusedButton="confirm"
      onCancel={() => open.answer(false)}
      onConfirm={() => open.answer(true)}
      data-test-subj="appLeaveConfirmModal"
    >
      {open.text}
    </EuiConfirmModal>
  );
};
