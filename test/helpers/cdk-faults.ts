import { version as CDK_VERSION } from 'aws-cdk-lib/package.json';
import { devDependencies } from '../../package.json';

/** What aws-cdk-lib gets wrong, and this library gets right on the same input. */
export interface CdkFault {
  /** What aws-cdk-lib does. */
  readonly fault: string;
  /** Whether it does so: what its own constructs make of the input. */
  readonly theirs: () => boolean;
  /** Checks what this library makes of the same input. */
  readonly ours: () => void;
}

/** A newer release may have mended a fault: only the one that this library is built with must show it. */
const MUST_SHOW = CDK_VERSION === devDependencies['aws-cdk-lib'];

export function testFaults(faults: readonly CdkFault[]): void {
  describe.each(faults)('aws-cdk-lib $fault', ({ theirs, ours }) => {
    const shown = MUST_SHOW ? test : test.skip;
    shown('in the release that this library is built with', () => expect(theirs()).toBe(true));
    test('and this library does not', () => {
      expect.hasAssertions();
      ours();
    });
  });
}

/** Whether something is refused with a message like this. */
export function refuses(action: () => unknown, message: RegExp): boolean {
  try {
    action();
  } catch (error) {
    return message.test(String(error));
  }
  return false;
}
