const { ReadableStream } = require('node:stream/web');
const { TextDecoder, TextEncoder } = require('node:util');

require('@testing-library/jest-dom');
require('@testing-library/react').configure({
  testIdAttribute: 'data-test-subj',
  // Ends what hangs; a busy machine never needs so long.
  asyncUtilTimeout: 300_000,
});

// Browsers have them, jsdom does not.
Object.assign(globalThis, { ReadableStream, TextDecoder, TextEncoder });

// jsdom's selector engine caches 1,000 compiled selectors, fewer than EUI's style rules have, so that each `getComputedStyle`
// would compile all of them again. This cache has no limit.
getComputedStyle(document.body);
const { _nwsapiDontThrow: engine } = Object.getOwnPropertySymbols(document)
  .map((symbol) => document[symbol])
  .find((part) => part?._nwsapiDontThrow);
const compiled = new Map();
for (const method of ['get', 'has', 'set', 'clear']) {
  engine.matchResolvers[method] = compiled[method].bind(compiled);
}
