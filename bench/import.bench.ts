/** What the import of this library adds to what its users import anyway. */
import { buildSync } from 'esbuild';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { timeOf } from './compare-processes';
import { measureInTurns } from './result';

const COMPILED = join('build', 'lib');
const isCompiled = existsSync(join(COMPILED, 'index.js'));
const library = isCompiled ? COMPILED : transpile();

const ANYWAY = "const { App, Stack } = require('aws-cdk-lib'); const { Cluster } = require('aws-cdk-lib/aws-eks-v2');";
const OURS = `const { BottlerocketManagedNodegroup } = require(${JSON.stringify(`./${library}`)});`;

measureInTurns(
  {
    name: isCompiled
      ? 'import'
      : 'import, transpiled by esbuild as nothing is in build/lib: run npm run compile before',
    unit: 'ms',
    against: 'aws-cdk-lib and aws-eks-v2 alone',
    goal: 1.1,
  },
  () => timeOf(ANYWAY + OURS),
  () => timeOf(ANYWAY),
);

// What is loaded later is not saved: the first node group of an app, too, and its template.
const INTO = `
  const outdir = require('node:fs').mkdtempSync(require('node:path').join(require('node:os').tmpdir(), 'cdk-bottlerocket-bench-'));
  process.on('exit', () => require('node:fs').rmSync(outdir, { recursive: true }));
  const app = new App({ outdir, analyticsReporting: false });
  const stack = new Stack(app, 'Stack');
  const cluster = Cluster.fromClusterAttributes(stack, 'Cluster', { clusterName: 'demo' });
`;
const GROUP_BY_HAND = `
  const { CfnLaunchTemplate } = require('aws-cdk-lib/aws-ec2');
  const { CfnNodegroup } = require('aws-cdk-lib/aws-eks');
  const userData = Buffer.from('[settings.kubernetes]\\nmax-pods = 58\\n').toString('base64');
  const template = new CfnLaunchTemplate(stack, 'Template', { launchTemplateData: { userData } });
  const launchTemplate = { id: template.ref, version: template.attrLatestVersionNumber };
  new CfnNodegroup(stack, 'Nodes', {
    clusterName: cluster.clusterName, nodeRole: 'arn:aws:iam::123456789012:role/nodes', subnets: ['subnet-1', 'subnet-2'],
    amiType: 'BOTTLEROCKET_x86_64', instanceTypes: ['m7i.large'], launchTemplate,
  });
  app.synth();
`;
const GROUP_BY_US = `
  const ec2 = require('aws-cdk-lib/aws-ec2');
  const nodeRole = require('aws-cdk-lib/aws-iam').Role.fromRoleName(stack, 'Role', 'nodes');
  new BottlerocketManagedNodegroup(stack, 'Nodes', {
    cluster, nodeRole, kubernetesVersion: '1.35',
    subnets: { subnets: ['subnet-1', 'subnet-2'].map((id) => ec2.Subnet.fromSubnetId(stack, id, id)) },
    instanceTypes: [new ec2.InstanceType('m7i.large')],
    settings: { kubernetes: { maxPods: 58 } },
  });
  app.synth();
`;
measureInTurns(
  {
    name: 'import, the first node group, and the synthesis',
    unit: 'ms',
    against: 'the same with CfnLaunchTemplate and CfnNodegroup by hand',
  },
  () => timeOf(ANYWAY + OURS + INTO + GROUP_BY_US),
  () => timeOf(ANYWAY + INTO + GROUP_BY_HAND),
);

/** Nearly what the compiler would write, file by file. */
function transpile(): string {
  const outdir = join('build', 'bench', 'lib');
  buildSync({ entryPoints: [join('lib', '**', '*.ts')], outdir, outbase: 'lib', platform: 'node', format: 'cjs' });
  return outdir;
}
