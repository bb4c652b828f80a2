// jsdom matches every rule of EUI's style sheets with every element whose style is computed. This takes most of the time
// of a test, because its selector engine caches only 1,000 compiled selectors, and evaluates `:has` before the class next
// to it. Here the cache has no limit, and most rules are decided by the tag and the classes of the element.

getComputedStyle(document.body);
const { _nwsapiDontThrow: engine } = Object.getOwnPropertySymbols(document)
  .map((symbol) => document[symbol])
  .find((part) => part?._nwsapiDontThrow);

const compiled = new Map();
for (const method of ['get', 'has', 'set', 'clear']) {
  engine.matchResolvers[method] = compiled[method].bind(compiled);
}

const withoutNested = (text, nested) => {
  const less = text.replace(nested, '');
  return less === text ? text : withoutNested(less, nested);
};

/** The tag and the classes that an element must have to match one of the selectors; undefined if they require none. */
const readRequirements = (selectors) => {
  // Keyframes and fonts have no selector.
  if (selectors === undefined) return undefined;
  const plain = withoutNested(withoutNested(selectors, /\[[^\]]*\]/g), /\([^()]*\)/g);
  if (/[^\w\s.,:*>+~#-]/.test(plain)) return undefined;
  const requirements = plain.split(',').map((selector) => {
    const subject = selector
      .trim()
      .split(/[\s>+~]+/)
      .at(-1);
    const [tag] = /^[a-z][\w-]*/i.exec(subject) ?? [];
    const classes = [...subject.matchAll(/\.([\w-]+)/g)].map(([, name]) => name);
    return { tag: tag?.toLowerCase(), classes };
  });
  return requirements.every(({ tag, classes }) => tag || classes.length > 0)
    ? requirements
    : undefined;
};

const known = new Map();
const requirementsOf = (selectors) => {
  if (!known.has(selectors)) known.set(selectors, readRequirements(selectors));
  return known.get(selectors);
};

const canMatch = (selectors, { localName, classList }) =>
  requirementsOf(selectors)?.some(
    ({ tag, classes }) =>
      (tag === undefined || tag === localName.toLowerCase()) &&
      classes.every((name) => classList.contains(name)),
  ) ?? true;

const { match } = engine;
engine.match = (selectors, element, ...rest) =>
  canMatch(selectors, element) && match(selectors, element, ...rest);
