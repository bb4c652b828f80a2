import { SetupError } from '../../../common/problem';
import { routes } from '../../../common/routes';
import type { AuditedAction } from '../audit_event';
import { register } from '../../core/steps/provider_registration';
import { defineRoute } from '../http/define_route';
import { signedIn, type RouteContext } from '../http/route_context';

/** Registers the resource provider, without which Azure lists no regions and no models. */
export const registerRegisterProvider = (context: RouteContext) =>
  defineRoute(context, routes.registerProvider, async ({ body, request, services }) => {
    const { subscriptionId } = body;
    const audit = (end: Pick<AuditedAction, 'outcome' | 'problem'>) =>
      services.audit(request, { action: 'register_provider', id: subscriptionId, ...end });
    try {
      const { azure } = await signedIn(services, request, body.session);
      return await register(azure, subscriptionId, () => audit({}));
    } catch (error) {
      audit({ outcome: 'failure', ...(error instanceof SetupError && { problem: error.problem }) });
      throw error;
    }
  });
