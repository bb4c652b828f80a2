import type { AppRegistration, CoreStart } from '@kbn/core/public';
import type { LocatorClient, LocatorDefinition, LocatorPublic } from '@kbn/share-plugin/public';

type Find = (id: string) => LocatorPublic<object> | undefined;

/** The caller sets the type of the parameters, as in Kibana. */
const takes = <Params extends object>(
  locator: LocatorPublic<object> | undefined,
): locator is LocatorPublic<Params> | undefined => locator !== undefined;

/** The contract of `share`: locators, by id. */
export const createLocators = (core: () => CoreStart) => {
  const found = new Map<string, LocatorPublic<object>>();
  const create = <Params extends object>({ id, getLocation }: LocatorDefinition<Params>) => {
    const locator: LocatorPublic<Params> = {
      id,
      getLocation,
      getUrl: async (params, options) => {
        const { app, path } = await getLocation(params);
        return core().application.getUrlForApp(app, { path, ...options });
      },
      navigate: async (params, options) => {
        const { app, path } = await getLocation(params);
        await core().application.navigateToApp(app, { path, ...options });
      },
    };
    found.set(id, locator);
    return locator;
  };
  const find: Find = (id) => found.get(id);
  const get = <Params extends object>(id: string): LocatorPublic<Params> | undefined => {
    const locator = find(id);
    return takes<Params>(locator) ? locator : undefined;
  };
  const client: LocatorClient = { create, get };
  return { contract: { url: { locators: client } }, redirectApp: redirectApp(find) };
};

/** `/app/r`: opens the page that a locator returns. The parameters are untrusted input. */
const redirectApp = (find: Find): AppRegistration => ({
  id: 'r',
  title: 'Redirect',
  visibleIn: [],
  mount: async ({ element, history }) => {
    const query = new URLSearchParams(history.location.search);
    const locator = find(query.get('l') ?? '');
    const params: unknown = JSON.parse(query.get('p') ?? '{}');
    if (locator && typeof params === 'object' && params !== null) {
      await locator.navigate(params, { replace: true });
    } else element.textContent = 'Locator not found';
    return () => {};
  },
});
