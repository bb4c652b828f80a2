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

// A look at a style asks each rule of EUI's whether it matches, and nwsapi forgets all but a thousand: here it forgets none.
getComputedStyle(document.body);
const { _nwsapiDontThrow: styleRules } = Object.getOwnPropertySymbols(document)
  .map((symbol) => document[symbol])
  .find((part) => part?._nwsapiDontThrow);
const known = new Map();
for (const method of ['get', 'has', 'set', 'clear']) {
  styleRules.matchResolvers[method] = known[method].bind(known);
}
