import type * as assertions from 'aws-cdk-lib/assertions';

/** What only tests need, and what all others need not load. */
export function assertionsModule(): typeof assertions {
  // eslint-disable-next-line @typescript-eslint/no-require-imports, no-restricted-syntax -- an import would always load it
  return require('aws-cdk-lib/assertions') as typeof assertions;
}
