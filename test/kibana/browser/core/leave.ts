import type { AppLeaveActions, AppMountParameters } from '@kbn/core/public';

type LeaveHandler = Parameters<AppMountParameters['onAppLeave']>[0];

interface Confirmation {
  type: 'confirm';
  text: string;
  title?: string;
}

const actions: AppLeaveActions = {
  default: () => ({ type: 'default' }),
  confirm: (text, title): Confirmation => ({ type: 'confirm', text, title }),
};

const isConfirmation = (action: unknown): action is Confirmation =>
  typeof action === 'object' && action !== null && 'type' in action && action.type === 'confirm';

/**
 * An app can confirm before the person leaves for another app or site, or closes the page. As in Kibana, history
 * navigation does not ask.
 */
export const createLeaveGuard = (confirm: (text: string, title?: string) => Promise<boolean>) => {
  let handler: LeaveHandler | undefined;

  const confirmation = (): Confirmation | undefined => {
    const action = handler?.(actions);
    return isConfirmation(action) ? action : undefined;
  };

  window.addEventListener('beforeunload', (event) => {
    if (confirmation() !== undefined) event.preventDefault();
  });

  return {
    setHandler: (next: LeaveHandler | undefined) => {
      handler = next;
    },
    mayLeave: async (): Promise<boolean> => {
      const dialog = confirmation();
      if (dialog === undefined || (await confirm(dialog.text, dialog.title))) {
        handler = undefined;
        return true;
      }
      return false;
    },
  };
};
