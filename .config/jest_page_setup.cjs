require('@testing-library/jest-dom');
require('@testing-library/react').configure({
  testIdAttribute: 'data-test-subj',
  // Ends what hangs; a busy machine never needs so long.
  asyncUtilTimeout: 15_000,
});
