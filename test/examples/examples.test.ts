import { App, Stack, Validations } from 'aws-cdk-lib';
import { version as CDK_VERSION } from 'aws-cdk-lib/package.json';
import { AwsSolutionsChecks } from 'cdk-nag';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectGolden } from '../helpers/golden';
import { userDataText } from '../helpers/user-data';

const EXAMPLES = join(__dirname, '..', '..', 'examples');

/** Whether this version of the CDK checks templates against the rules of CloudFormation. */
const CHECKS_TEMPLATES = Number(CDK_VERSION.split('.')[1]) >= 262;

interface Report {
  readonly pluginReports?: { readonly violations: { readonly ruleName: string }[] }[];
}

/** Every example exports its stack, so that it can be looked at in an app of ours. */
interface Example {
  readonly DemoStack: new (scope: App, id: string) => Stack;
}

describe.each(readdirSync(EXAMPLES))('the example %s', (name) => {
  const outdir = mkdtempSync(join(tmpdir(), 'example-'));
  afterAll(() => rmSync(outdir, { recursive: true }));

  function synth(folder: string): { app: App; stack: Stack } {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- chosen at run time
    const { DemoStack } = require(join(EXAMPLES, name, 'app.ts')) as Example;
    // From 2.262 on, the CDK checks every template against the rules of CloudFormation; here findings are errors.
    const app = new App({ outdir: folder, context: { '@aws-cdk/core:validateAgainstDefaultRules': true } });
    const stack = new DemoStack(app, 'Demo');
    app.synth();
    return { app, stack };
  }

  test('explains itself', () => {
    expect(readFileSync(join(EXAMPLES, name, 'README.md'), 'utf8')).toContain('cdk synth');
  });

  test('has no findings of CloudFormation', () => {
    const folder = join(outdir, 'checked');
    expect(() => synth(folder)).not.toThrow();
    const report = join(folder, 'validation-report.json');
    expect(existsSync(report)).toBe(CHECKS_TEMPLATES);
    const { pluginReports = [] } = existsSync(report) ? (JSON.parse(readFileSync(report, 'utf8')) as Report) : {};
    expect(pluginReports.flatMap(({ violations }) => violations.map(({ ruleName }) => ruleName))).toEqual([]);
  });

  test('has no findings of cdk-nag, but those that it acknowledges with a reason', () => {
    const { app, stack } = synth(join(outdir, 'nag'));
    const { violations } = new AwsSolutionsChecks(app).validateScope(app);
    expect(violations.map(({ ruleName }) => ruleName)).toEqual([]);
    const acknowledged = stack.node
      .findAll()
      .flatMap(({ node }) => node.metadata)
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY);
    const reasons = acknowledged.flatMap(({ data }) => Object.values(data as Record<string, string>));
    expect(reasons.length).toBeGreaterThan(0);
    expect(reasons.filter((reason) => reason.split(' ').length < 5)).toEqual([]);
  });

  test('gives the same bytes each time', () => {
    const [one, two] = ['one', 'two'].map((run) => {
      synth(join(outdir, run));
      return readFileSync(join(outdir, run, 'Demo.template.json'), 'utf8');
    });
    expect(one).toBe(two);
  });

  test('has the user data that it should', () => {
    const template = join(outdir, 'one', 'Demo.template.json');
    expect(existsSync(template)).toBe(true);
    const { Resources } = JSON.parse(readFileSync(template, 'utf8')) as { Resources: Record<string, Resource> };
    const userData = Object.entries(Resources)
      .filter(([, { Type }]) => Type === 'AWS::EC2::LaunchTemplate')
      .map(([id, { Properties }]) => {
        const { UserData } = Properties.LaunchTemplateData!;
        return `# ${id.replace(/LaunchTemplate.*/, '')}\n${userDataText(UserData)}`;
      });
    expectGolden(`examples/${name}.toml`, userData.join('\n'));
  });
});

interface Resource {
  readonly Type: string;
  readonly Properties: { readonly LaunchTemplateData?: { readonly UserData: unknown } };
}
