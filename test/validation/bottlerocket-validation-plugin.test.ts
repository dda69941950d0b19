import { App, Stack, Validations } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BottlerocketValidationPlugin } from '../../lib';

interface ReportedViolation {
  readonly ruleName: string;
  readonly description: string;
  readonly severity: string;
  readonly violatingConstructs: { readonly constructPath: string }[];
}

/** What an app reports when it is synthesised, in the words of whatever version of the CDK this is. */
function report(build: (stack: Stack) => void): { violations: ReportedViolation[]; failed: boolean } {
  const outdir = mkdtempSync(join(tmpdir(), 'plugin-'));
  const { exitCode } = process;
  const silent = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  let failed = false;
  try {
    const app = new App({ outdir });
    Validations.of(app).addPlugins(new BottlerocketValidationPlugin());
    build(new Stack(app, 'Stack', { env: { account: '123456789012', region: 'eu-west-3' } }));
    try {
      app.synth();
    } catch {
      failed = true;
    }
    failed ||= process.exitCode === 1;
    const file = ['validation-report.json', 'policy-validation-report.json']
      .map((name) => join(outdir, name))
      .find((name) => existsSync(name));
    const { pluginReports } = JSON.parse(readFileSync(file!, 'utf8')) as {
      pluginReports: { pluginName?: string; summary?: { pluginName: string }; violations: ReportedViolation[] }[];
    };
    const own = pluginReports.filter((one) => (one.pluginName ?? one.summary?.pluginName) === 'cdk-bottlerocket');
    return { violations: own.flatMap(({ violations }) => violations), failed };
  } finally {
    process.exitCode = exitCode;
    silent.mockRestore();
    rmSync(outdir, { recursive: true });
  }
}

function template(stack: Stack, id: string, text: string): ec2.LaunchTemplate {
  return new ec2.LaunchTemplate(stack, id, {
    userData: ec2.UserData.custom(text),
    requireImdsv2: true,
    blockDevices: [{ deviceName: '/dev/xvdb', volume: ec2.BlockDeviceVolume.ebs(20, { encrypted: true }) }],
  });
}

const WRONG = '[settings.kubernetes]\nmax_pods = 58\n';

test('an error makes synthesis fail, and says where and what', () => {
  const { violations, failed } = report((stack) => {
    template(stack, 'One', WRONG);
    template(stack, 'Two', WRONG);
    template(stack, 'Fine', '[settings.kubernetes]\nmax-pods = 58\n');
  });
  expect(failed).toBe(true);
  expect(violations).toHaveLength(1);
  expect(violations[0]).toMatchObject({
    ruleName: 'UnknownSetting',
    severity: 'error',
    description: expect.stringContaining('settings.kubernetes.max_pods (line 2, column 1)') as string,
  });
  expect(violations[0]!.violatingConstructs.map(({ constructPath }) => constructPath)).toEqual([
    'Stack/One/Resource',
    'Stack/Two/Resource',
  ]);
});

test('a warning does not make synthesis fail', () => {
  const { violations, failed } = report((stack) => {
    new ec2.LaunchTemplate(stack, 'Nodes', { userData: ec2.UserData.custom('[settings.ecs]\ncluster = "a"\n') });
  });
  expect(violations.map(({ ruleName, severity }) => [ruleName, severity]).sort()).toEqual([
    ['DataVolumeNotEncrypted', 'warning'],
    ['ImdsV1Allowed', 'warning'],
  ]);
  expect(failed).toBe(false);
});

test.each(['cdk-bottlerocket::UnknownSetting', 'cdk-bottlerocket:UnknownSetting'])(
  'what is acknowledged as %s on the construct is not reported',
  (id) => {
    const { violations, failed } = report((stack) => {
      Validations.of(template(stack, 'One', WRONG)).acknowledge({ id, reason: 'this is a test' });
      // Something must be left for a report to be there.
      template(stack, 'Other', '[settings.kubernetes]\nmax-pods = "58"\n');
    });
    expect(violations.map(({ ruleName }) => ruleName)).toEqual(['WrongType']);
    expect(failed).toBe(true);
  },
);

test('a warning that is acknowledged on one construct is still found on others', () => {
  const { violations } = report((stack) => {
    const [one] = ['One', 'Two'].map((id) => template(stack, id, WRONG));
    Validations.of(one!).acknowledge({ id: 'cdk-bottlerocket:UnknownSetting', reason: 'this is a test' });
  });
  expect(violations.flatMap(({ violatingConstructs }) => violatingConstructs.map((one) => one.constructPath))).toEqual([
    'Stack/Two/Resource',
  ]);
});

test('templates without an assembly around them are checked as well', () => {
  const folder = mkdtempSync(join(tmpdir(), 'plugin-'));
  const file = join(folder, 'stack.json');
  const data = { UserData: { 'Fn::Base64': WRONG } };
  const Resources = { Nodes: { Type: 'AWS::EC2::LaunchTemplate', Properties: { LaunchTemplateData: data } } };
  writeFileSync(file, JSON.stringify({ Resources }));
  const { violations, success } = new BottlerocketValidationPlugin().validate({ templatePaths: [file, file] });
  rmSync(folder, { recursive: true });
  expect(success).toBe(false);
  expect(violations.filter(({ severity }) => severity === 'error')).toMatchObject([
    { ruleName: 'UnknownSetting', violatingResources: [{ resourceLogicalId: 'Nodes', templatePath: file }] },
  ]);
});

test('the rules are those of docs/rules.md', () => {
  const page = readFileSync(join(__dirname, '..', '..', 'docs', 'rules.md'), 'utf8');
  const { ruleIds, name } = new BottlerocketValidationPlugin();
  expect(name).toBe('cdk-bottlerocket');
  expect(ruleIds!.length).toBeGreaterThan(20);
  ruleIds!.forEach((id) => expect(page).toContain(`[\`${id}\`](errors.md#`));
});

test('nothing is loaded for a plugin that is not asked', () => {
  jest.isolateModules(() => {
    const loaded: string[] = [];
    for (const file of ['assembly', 'check-assembly', 'generated/rules.generated']) {
      jest.doMock(`../../lib/validation/${file}`, () => {
        loaded.push(file);
        return jest.requireActual<object>(`../../lib/validation/${file}`);
      });
    }
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would come before the mocks
    const { BottlerocketValidationPlugin: Plugin } = require('../../lib') as typeof import('../../lib');
    const plugin = new Plugin();
    expect(loaded).toEqual([]);
    expect(plugin.ruleIds).not.toEqual([]);
    expect(loaded).toEqual(['generated/rules.generated']);
  });
});
