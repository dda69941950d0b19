import base from './jest.config.mjs';

/** The tests with the newest aws-cdk-lib, as npm run check:latest installs it in test/latest. */
export default {
  ...base,
  moduleNameMapper: {
    ...base.moduleNameMapper,
    '^(aws-cdk-lib|cdk-nag|constructs)($|/.*)': '<rootDir>/test/latest/node_modules/$1$2',
  },
};
