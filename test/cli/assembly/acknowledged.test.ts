import '@microsoft/jest-sarif';
import { App, NestedStack, Stack, Stage, Validations } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { Construct, IConstruct } from 'constructs';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BottlerocketUserData } from '../../../lib';
import { main } from '../../../lib/cli/main';
import { LaunchTemplateUserData } from '../../../lib/mixins';
import { fakeEnvironment } from '../../helpers/cli-environment';

/** An app with nodes that have two things to warn of, in a stack, in a stage, and nested in another stack. */
interface Nodes {
  readonly app: App;
  readonly stage: Stage;
  readonly group: Construct;
  readonly stack: Stack;
}

/** The files of an assembly, as `cdk synth` writes them. */
function synthesised(acknowledge: (nodes: Nodes) => void): Record<string, string> {
  const outdir = mkdtempSync(join(tmpdir(), 'acknowledged-'));
  try {
    const app = new App({
      outdir,
      context: { 'aws:cdk:enable-path-metadata': true, 'aws:cdk:enable-asset-metadata': true },
    });
    const stage = new Stage(app, 'Prod');
    const group = new Construct(app, 'Group');
    const stack = new Stack(group, 'Stack');
    for (const scope of [stack, new Stack(stage, 'Inner'), new NestedStack(stack, 'Nested')]) {
      const imageId = 'resolve:ssm:/aws/service/bottlerocket/aws-k8s-1.32/x86_64/1.62.1/image_id';
      const template = new ec2.CfnLaunchTemplate(scope, 'Nodes', { launchTemplateData: { imageId } });
      new LaunchTemplateUserData(new BottlerocketUserData({ settings: { motd: 'hello' } })).applyTo(template);
    }
    acknowledge({ app, stage, group, stack });
    app.synth();
    const names = readdirSync(outdir, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));
    return Object.fromEntries(names.map((name) => [`cdk.out/${name}`, readFileSync(join(outdir, name), 'utf8')]));
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

const [IMDS, VOLUME] = ['ImdsV1Allowed', 'DataVolumeNotEncrypted'] as const;
const reason = 'the platform team knows';

const acknowledge = (scope: IConstruct, id: string) => Validations.of(scope).acknowledge({ id, reason });

async function run(command: string, files: Record<string, string>, ...args: string[]) {
  const environment = fakeEnvironment({ files });
  await main([command, 'cdk.out', ...args], environment);
  return { stdout: environment.stdout.text, files: environment.files };
}

/** Nodes with what is found of them. */
async function found(command: string, files: Record<string, string>): Promise<Record<string, string[]>> {
  interface Node {
    readonly path: string;
    readonly issues: readonly { readonly code: string }[];
  }
  const data = JSON.parse((await run(command, files, '--json')).stdout) as Node[] | { nodes: Node[] };
  const nodes = Array.isArray(data) ? data : data.nodes;
  return Object.fromEntries(
    nodes.map(({ path, issues }) => [
      path,
      issues.map(({ code }) => code).filter((code) => code === IMDS || code === VOLUME),
    ]),
  );
}

const EVERYTHING = {
  'Group/Stack/Nodes': [VOLUME, IMDS],
  'Group/Stack/Nested/Nodes': [VOLUME, IMDS],
  'Prod/Inner/Nodes': [VOLUME, IMDS],
};

describe.each(['check', 'report'])('%s', (command) => {
  test('finds what nobody acknowledged', async () => {
    expect(
      await found(
        command,
        synthesised(() => undefined),
      ),
    ).toEqual(EVERYTHING);
  });

  test.each<[name: string, where: (nodes: Nodes) => IConstruct, holds: Record<string, string[]>]>([
    [
      'app',
      ({ app }) => app,
      { 'Group/Stack/Nodes': [VOLUME], 'Group/Stack/Nested/Nodes': [VOLUME], 'Prod/Inner/Nodes': [VOLUME] },
    ],
    ['stage', ({ stage }) => stage, { 'Prod/Inner/Nodes': [VOLUME] }],
    [
      'construct around a stack',
      ({ group }) => group,
      { 'Group/Stack/Nodes': [VOLUME], 'Group/Stack/Nested/Nodes': [VOLUME] },
    ],
    ['stack', ({ stack }) => stack, { 'Group/Stack/Nodes': [VOLUME], 'Group/Stack/Nested/Nodes': [VOLUME] }],
  ])('leaves out what was acknowledged on the %s, and only there', async (_, where, holds) => {
    for (const id of [`cdk-bottlerocket:${IMDS}`, `cdk-bottlerocket::${IMDS}`]) {
      const files = synthesised((nodes) => acknowledge(where(nodes), id));
      expect(await found(command, files)).toEqual({ ...EVERYTHING, ...holds });
    }
  });
});

test('what is acknowledged in an assembly is of this library alone', () => {
  const files = synthesised(({ app }) => {
    acknowledge(app, 'AwsSolutions-IAM4');
    acknowledge(app, `cdk-bottlerocket:${IMDS}`);
  });
  const metadata = Object.entries(files).filter(([name]) => name.endsWith('.metadata.json'));
  expect(metadata).toHaveLength(2);
  metadata.forEach(([, text]) => {
    expect(text).toContain(IMDS);
    expect(text).not.toContain('AwsSolutions');
  });
});

describe('a report for code scanning', () => {
  interface Result {
    readonly ruleId: string;
    readonly locations: readonly { readonly logicalLocations: readonly { readonly fullyQualifiedName: string }[] }[];
    readonly suppressions?: readonly { readonly kind: string; readonly justification: string }[];
  }

  const files = synthesised(({ app, stack }) => {
    acknowledge(app, `cdk-bottlerocket:${IMDS}`);
    Validations.of(stack).acknowledge({ id: `cdk-bottlerocket:${VOLUME}`, reason: 'encrypted by default' });
  });

  async function report(...args: string[]): Promise<{ log: unknown; results: readonly Result[] }> {
    const { files: written } = await run('check', files, '--sarif', 'out.sarif', ...args);
    const log = JSON.parse(String(written.get('out.sarif'))) as { runs: [{ results: Result[] }] };
    (expect(log) as unknown as { toBeValidSarifLog(): void }).toBeValidSarifLog();
    return { log, results: log.runs[0].results.filter(({ ruleId }) => ruleId === IMDS || ruleId === VOLUME) };
  }

  test('leaves out what was acknowledged: GitHub would show it as open', async () => {
    const { log, results } = await report();
    expect(results.map(({ ruleId }) => ruleId)).toEqual([VOLUME]);
    expect(JSON.stringify(log)).not.toContain('suppressions');
  });

  test('has it as suppressed with --acknowledged, with the reason', async () => {
    const { results } = await report('--acknowledged');
    const said = results.map(({ ruleId, locations, suppressions }) => [
      locations[0]!.logicalLocations[0]!.fullyQualifiedName,
      ruleId,
      suppressions,
    ]);
    const suppressed = (justification: string) => [{ kind: 'inSource', justification }];
    expect(said.sort()).toEqual(
      [
        ['Group/Stack/Nested/Nodes', IMDS, suppressed(reason)],
        ['Group/Stack/Nested/Nodes', VOLUME, suppressed('encrypted by default')],
        ['Group/Stack/Nodes', IMDS, suppressed(reason)],
        ['Group/Stack/Nodes', VOLUME, suppressed('encrypted by default')],
        ['Prod/Inner/Nodes', IMDS, suppressed(reason)],
        // The standard wants the property on all results, or on none.
        ['Prod/Inner/Nodes', VOLUME, []],
      ].sort(),
    );
  });

  test('is what --acknowledged is about', async () => {
    const environment = fakeEnvironment({ files });
    expect(await main(['check', 'cdk.out', '--acknowledged'], environment)).toBe(2);
    expect(environment.stderr.text).toMatch(/^error: --acknowledged needs --sarif: /);
  });

  test('does not change what people and scripts read, nor the exit code', async () => {
    const plain = await run('check', files);
    expect((await run('check', files, '--sarif', 'out.sarif', '--acknowledged')).stdout).toBe(plain.stdout);
  });
});
