import type { History, Location, LocationDescriptor, TransitionPromptHook } from 'history';

/** The app's history: the browser's, relative to the app's path. */
export const createScopedHistory = (parent: History, scope: string): History => {
  let inScope = true;

  const isBelow = ({ pathname }: { pathname: string }) => `${pathname}/`.startsWith(`${scope}/`);
  const strip = (location: Location): Location => ({
    ...location,
    pathname: location.pathname.slice(scope.length),
  });
  const prependText = (path: string) => {
    const relative = path.startsWith('/') ? path.slice(1) : path;
    return relative ? `${scope}/${relative}` : scope;
  };
  const prepend = (to: LocationDescriptor) =>
    typeof to === 'string' ? prependText(to) : { ...to, pathname: prependText(to.pathname ?? '') };

  /** An unmounted app must not navigate anymore. */
  const guarded = (): History => {
    if (!inScope) throw new Error(`The history of ${scope} was used after the app was left.`);
    return parent;
  };
  const move = (how: 'push' | 'replace') => (to: LocationDescriptor, state?: unknown) => {
    const history = guarded();
    if (typeof to === 'string') history[how](prependText(to), state);
    else history[how]({ ...to, pathname: prependText(to.pathname ?? '') });
  };

  const stopWatching = parent.listen((location) => {
    if (isBelow(location)) return;
    inScope = false;
    stopWatching();
  });

  const scopePrompt =
    (prompt: TransitionPromptHook): TransitionPromptHook =>
    (location, action) =>
      prompt(isBelow(location) ? strip(location) : location, action);

  return {
    get length() {
      return guarded().length;
    },
    get action() {
      return guarded().action;
    },
    get location() {
      return strip(guarded().location);
    },
    push: move('push'),
    replace: move('replace'),
    go: (steps) => guarded().go(steps),
    goBack: () => guarded().goBack(),
    goForward: () => guarded().goForward(),
    block: (prompt) => guarded().block(typeof prompt === 'function' ? scopePrompt(prompt) : prompt),
    listen: (listener) =>
      guarded().listen((location, action) => {
        if (isBelow(location)) listener(strip(location), action);
      }),
    createHref: (location) => {
      const to = prepend(location);
      return guarded().createHref(typeof to === 'string' ? { pathname: to } : to);
    },
  };
};
