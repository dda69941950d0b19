/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  // Types are checked by `npm run lint`; here each file is only transpiled, so that tests start quickly.
  transform: { '^.+\\.ts$': ['ts-jest', { tsconfig: 'tsconfig.jest.json', diagnostics: false }] },
  moduleNameMapper: { '^cdk-bottlerocket$': '<rootDir>/lib/index.ts' },
  globalSetup: '<rootDir>/test/global-setup.ts',
  globalTeardown: '<rootDir>/test/global-teardown.ts',
  setupFilesAfterEnv: ['<rootDir>/test/setup.ts'],
  // Left alone, Jest keeps one processor for itself: on two, that would be one worker.
  maxWorkers: '100%',
  // A missing or changed snapshot fails; only `npm run update-snapshots` writes them.
  ci: true,
};
