require('@testing-library/jest-dom');
require('@testing-library/react').configure({ testIdAttribute: 'data-test-subj' });
