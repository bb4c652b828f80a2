import { i18n } from '@kbn/i18n';
import { valuesOf, type Problem } from '../../problem';
import { shellQuote } from './shell_quote';

const wholeSubscription = /\/resourceGroups\/write|\/register\/action/i;

/** The narrowest built-in role that is enough for all actions, at a scope that exists before anything is created. */
function grant(actions: string[], scope: string): { role: string; at: string } | undefined {
  const [subscription] = /^\/subscriptions\/[^/]+/i.exec(scope) ?? [];
  const [group] = /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+/i.exec(scope) ?? [];
  if (!subscription) return undefined;
  const areAll = (pattern: RegExp) => actions.every((action) => pattern.test(action));
  if (areAll(/\/usages\/read$/i)) {
    return { role: 'Cognitive Services Usages Reader', at: subscription };
  }
  if (areAll(/\/read$/i)) return { role: 'Reader', at: subscription };
  if (!group || actions.some((action) => wholeSubscription.test(action))) {
    return { role: 'Contributor', at: subscription };
  }
  return { role: 'Cognitive Services Contributor', at: group };
}

/** The command by which an owner grants the permissions that a problem says are missing: one, or several with commas. */
export function roleCommand(problem: Problem): string | undefined {
  const { scope, action, principal } = valuesOf(problem);
  const granted = grant(String(action ?? '').split(', '), String(scope ?? ''));
  if (!action || !granted) return undefined;
  const who =
    principal ??
    i18n.translate('azureOpenaiSetup.problems.authorization_failed.who', {
      defaultMessage: 'USER NAME OR APPLICATION ID',
    });
  return `az role assignment create --assignee ${shellQuote(who)} --role ${shellQuote(granted.role)} --scope ${shellQuote(granted.at)}`;
}
