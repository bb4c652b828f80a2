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

require('./quick_styles.cjs');
