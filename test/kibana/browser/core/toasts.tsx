import React from 'react';
import { EuiGlobalToastList, type EuiGlobalToastListToast } from '@elastic/eui';
import type { CoreStart } from '@kbn/core/public';
import { createStore, useStore } from './store';

type NewToast = { title: string; text?: string } | string;

const shown = createStore<EuiGlobalToastListToast[]>([]);
let last = 0;

const add = (color: 'success' | 'danger', iconType: string) => (toast: NewToast) => {
  last += 1;
  const { title, text } = typeof toast === 'string' ? { title: toast, text: undefined } : toast;
  const added: EuiGlobalToastListToast = { id: String(last), title, text, color, iconType };
  shown.set([...shown.get(), added]);
  return added;
};

export const notifications: CoreStart['notifications'] = {
  toasts: { addSuccess: add('success', 'check'), addDanger: add('danger', 'error') },
};

export const Toasts = () => {
  const toasts = useStore(shown);
  return (
    <EuiGlobalToastList
      data-test-subj="globalToastList"
      toasts={toasts}
      toastLifeTimeMs={10_000}
      dismissToast={({ id }) => shown.set(shown.get().filter((toast) => toast.id !== id))}
    />
  );
};
