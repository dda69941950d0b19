import { App, CfnParameter, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { BottlerocketUserData, BottlerocketUserDataProps, IssueCode, mixins, UserDataTarget } from '../../lib';
import { compressed } from '../../lib/node/compression';
import { problemsOf } from '../helpers/issues';

/** Text that is long but says little. */
const LONG = 'All work and no play makes Jack a dull boy. '.repeat(2000);

/** Text that cannot be compressed much: every character but the newest hash has been seen once. */
function dense(length: number): string {
  let text = '';
  for (let round = 0; text.length < length; round++) {
    text += createHash('sha512').update(String(round)).digest('base64');
  }
  return text.slice(0, length);
}

/** The user data in the template of a launch template, once CloudFormation has it. */
function userDataOf(props: BottlerocketUserDataProps): unknown {
  const stack = new Stack(new App(), 'Stack');
  const template = new ec2.CfnLaunchTemplate(stack, 'Template', { launchTemplateData: {} });
  template.with(new mixins.LaunchTemplateUserData(new BottlerocketUserData(props)));
  const resources = Template.fromStack(stack).findResources('AWS::EC2::LaunchTemplate');
  return (Object.values(resources)[0] as { Properties: { LaunchTemplateData: { UserData: unknown } } }).Properties
    .LaunchTemplateData.UserData;
}

describe('compressed text', () => {
  test('is gzip, with the same bytes each time, and no date', () => {
    const bytes = compressed(LONG);
    expect([...bytes.subarray(0, 8)]).toEqual([0x1f, 0x8b, 8, 0, 0, 0, 0, 0]);
    expect(compressed(LONG).equals(bytes)).toBe(true);
    expect(gunzipSync(bytes).toString()).toBe(LONG);
  });

  test('is read back whatever it was', () => {
    for (const text of ['', 'x', 'naïve 🦀\n', dense(100_000)]) {
      expect(gunzipSync(compressed(text)).toString()).toBe(text);
    }
  });
});

describe('user data of instances of your own', () => {
  test('may have more than 16 KiB when it is compressed', () => {
    const userData = userDataOf({ settings: { motd: LONG }, compress: true }) as string;
    const bytes = Buffer.from(userData, 'base64');
    expect(bytes.length).toBeLessThan(1000);
    expect(gunzipSync(bytes).toString()).toBe(`[settings]\nmotd = "${LONG}"\n`);
  });

  test('is refused with more, and told how it could be compressed', () => {
    const userData = new BottlerocketUserData({ settings: { motd: LONG } });
    expect(problemsOf(() => userData.render())).toEqual([`${IssueCode.USER_DATA_TOO_LARGE} settings`]);
    expect(userData.findIssues()[0]!.fix).toMatch(/compress: true/);
  });

  test('is measured as it will be: in bytes after compression', () => {
    const issuesFor = (length: number) => {
      const userData = new BottlerocketUserData({ settings: { motd: dense(length) }, compress: true });
      return userData.findIssues().map(({ code, message }) => `${code}: ${message}`);
    };
    // Base64 has 6 bits in each byte.
    expect(issuesFor(21_000)).toEqual([]);
    const [found, ...others] = issuesFor(23_000);
    expect(found).toMatch(/^UserDataTooLarge: The user data has \d+ bytes after compression\.$/);
    expect(others).toEqual([]);
    // The last length that is taken, and the first that is not.
    let [taken, refused] = [21_000, 23_000];
    while (refused - taken > 1) {
      const middle = (taken + refused) >> 1;
      [taken, refused] = issuesFor(middle).length === 0 ? [middle, refused] : [taken, middle];
    }
    const bytesFor = (length: number) => compressed(`[settings]\nmotd = "${dense(length)}"\n`).length;
    expect(bytesFor(taken)).toBeLessThanOrEqual(16384);
    expect(bytesFor(refused)).toBeGreaterThan(16384);
  });

  test('is not compressed unless that is asked for', () => {
    expect(userDataOf({ settings: { motd: 'x' } })).toEqual({ 'Fn::Base64': '[settings]\nmotd = "x"\n' });
  });

  test('cannot be compressed as plain text, whose size counts as it is', () => {
    const userData = new BottlerocketUserData({ settings: { motd: LONG }, compress: true });
    expect(problemsOf(() => userData.render())).toEqual([`${IssueCode.USER_DATA_TOO_LARGE} settings`]);
    expect(new BottlerocketUserData({ settings: { motd: 'x' }, compress: true }).render()).toContain('motd = "x"');
  });
});

describe('compression is refused', () => {
  test.each([UserDataTarget.EKS_MANAGED, UserDataTarget.KARPENTER])('for %s, which reads the text first', (target) => {
    const userData = new BottlerocketUserData({ settings: { motd: 'x' }, target, compress: true });
    expect(userData.findIssues()).toMatchObject([{ code: IssueCode.NOT_COMPRESSIBLE, received: target }]);
    expect(() => userDataOf({ settings: { motd: 'x' }, target, compress: true })).toThrow(/NotCompressible/);
  });

  test('with values that are only known at deployment', () => {
    const stack = new Stack();
    const settings = { motd: new CfnParameter(stack, 'Text').valueAsString };
    const userData = new BottlerocketUserData({ settings, compress: true });
    expect(userData.findIssues()).toMatchObject([
      { code: IssueCode.NOT_COMPRESSIBLE, message: expect.stringContaining('settings.motd') as string },
    ]);
  });

  test.each([UserDataTarget.EKS_MANAGED, UserDataTarget.KARPENTER])('and is not offered for %s', (target) => {
    const userData = new BottlerocketUserData({ settings: { motd: LONG }, target });
    const [found] = userData.findIssues();
    expect(found!.code).toBe(IssueCode.USER_DATA_TOO_LARGE);
    expect(found!.fix).not.toMatch(/compress/);
  });

  test('and is not offered with values that are only known at deployment', () => {
    const stack = new Stack();
    const motd = `${new CfnParameter(stack, 'Text').valueAsString}${LONG}`;
    const [found] = new BottlerocketUserData({ settings: { motd } }).findIssues();
    expect(found!.fix).not.toMatch(/compress/);
  });
});
