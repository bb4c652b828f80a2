import { routes } from '../../../common/routes';
import { readTokenPrices } from '../../core/prices/token_prices';
import { defineRoute } from '../http/define_route';
import { signedIn, type RouteContext } from '../http/route_context';

/** The prices of a model's tokens, if they are known. */
export const registerPrices = (context: RouteContext) =>
  defineRoute(context, routes.prices, async ({ body, request, services }) => {
    const { session: sealed, ...priced } = body;
    const { azure, session } = await signedIn(services, request, sealed);
    const priceList = services.priceListOf(session.cloud);
    const prices = await readTokenPrices({ azure, priceList, now: new Date() }, priced);
    return prices ? { prices } : {};
  });
