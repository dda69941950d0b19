import base from './jest.config.mjs';

const { LATEST } = process.env;
if (LATEST === undefined) {
  throw new Error('use npm run check:latest, which installs the newest aws-cdk-lib and says where');
}

/** The tests with the newest aws-cdk-lib. */
export default {
  ...base,
  moduleNameMapper: {
    ...base.moduleNameMapper,
    '^(aws-cdk-lib|cdk-nag|constructs)($|/.*)': `${LATEST}/node_modules/$1$2`,
  },
};
