const path = require('node:path');

const shared = {
  rootDir: path.resolve(__dirname, '..'),
  transform: {
    '^.+\\.tsx?$': '<rootDir>/.config/jest_transform.cjs',
    'node_modules/uuid/.+\\.js$': '<rootDir>/.config/jest_transform.cjs',
  },
  transformIgnorePatterns: ['/node_modules/(?!uuid/)'],
  moduleNameMapper: {
    '^@elastic/eui$': '@elastic/eui/test-env',
    '^@elastic/eui/lib/(.*)$': '@elastic/eui/test-env/$1',
    '^@kbn/i18n$': '<rootDir>/test/kibana/browser/i18n.ts',
    '^@kbn/config-schema$': '<rootDir>/test/kibana/config/config_schema.ts',
    '^@kbn/core/server$': '<rootDir>/test/kibana/core_values.ts',
  },
  modulePathIgnorePatterns: ['<rootDir>/build/', '<rootDir>/.sandbox/'],
  testTimeout: 600_000,
};

module.exports = {
  rootDir: shared.rootDir,
  testTimeout: shared.testTimeout,
  projects: [
    {
      ...shared,
      displayName: 'server',
      testEnvironment: '<rootDir>/.config/jest_environment.cjs',
      testMatch: ['<rootDir>/{common,server,scripts,test}/**/*.test.ts'],
      testPathIgnorePatterns: ['<rootDir>/test/e2e/'],
    },
    {
      ...shared,
      displayName: 'page',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/{public,test}/**/*.test.tsx', '<rootDir>/public/**/*.test.ts'],
      setupFilesAfterEnv: ['<rootDir>/.config/jest_page_setup.cjs'],
    },
    {
      ...shared,
      displayName: 'e2e',
      testEnvironment: '<rootDir>/.config/jest_environment.cjs',
      testMatch: ['<rootDir>/test/e2e/**/*.test.ts'],
    },
  ],
};
