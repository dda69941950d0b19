import { App, Fn, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as eks from 'aws-cdk-lib/aws-eks';
import * as eksv2 from 'aws-cdk-lib/aws-eks-v2';
import * as iam from 'aws-cdk-lib/aws-iam';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What every node group of a stack has in common; the same however node groups are written. */
export interface Surroundings {
  readonly stack: Stack;
  readonly vpc: ec2.IVpc;
  readonly cluster: eksv2.ICluster;
  readonly nodeRole: iam.IRole;
}

/** Writes one node group into a stack. */
export type Writer = (surroundings: Surroundings, index: number) => void;

/** What all writers take. */
export const INSTANCE_TYPES = ['m7i.large', 'm6i.large'];
export const VERSION = '1.35';

/** By hand, with what CloudFormation takes. */
export const byHand: Writer = ({ stack, vpc, cluster, nodeRole }, index) => {
  const template = writeLaunchTemplate(stack, index);
  new eks.CfnNodegroup(stack, `Group${index}`, {
    clusterName: cluster.clusterName,
    nodeRole: nodeRole.roleArn,
    subnets: vpc.privateSubnets.map(({ subnetId }) => subnetId),
    amiType: 'BOTTLEROCKET_x86_64',
    version: VERSION,
    instanceTypes: INSTANCE_TYPES,
    capacityType: 'ON_DEMAND',
    scalingConfig: { minSize: 2, desiredSize: 2, maxSize: 6 },
    labels: { 'example.com/pool': `pool-${index}` },
    launchTemplate: { id: template.ref, version: template.attrLatestVersionNumber },
    forceUpdateEnabled: false,
  });
};

/** With the node group of aws-eks-v2, which takes its launch template from others. */
export const withAwsEks: Writer = ({ stack, cluster, nodeRole }, index) => {
  const template = writeLaunchTemplate(stack, index);
  new eksv2.Nodegroup(stack, `Group${index}`, {
    cluster,
    nodeRole,
    amiType: eksv2.NodegroupAmiType.BOTTLEROCKET_X86_64,
    instanceTypes: INSTANCE_TYPES.map((name) => new ec2.InstanceType(name)),
    capacityType: eksv2.CapacityType.ON_DEMAND,
    minSize: 2,
    maxSize: 6,
    labels: { 'example.com/pool': `pool-${index}` },
    launchTemplateSpec: { id: template.ref, version: template.attrLatestVersionNumber },
  });
};

function writeLaunchTemplate(stack: Stack, index: number): ec2.CfnLaunchTemplate {
  const ebs = { deleteOnTermination: true, encrypted: true, volumeType: 'gp3' };
  return new ec2.CfnLaunchTemplate(stack, `Group${index}LaunchTemplate`, {
    launchTemplateData: {
      blockDeviceMappings: [
        { deviceName: '/dev/xvda', ebs },
        { deviceName: '/dev/xvdb', ebs },
      ],
      metadataOptions: { httpEndpoint: 'enabled', httpPutResponseHopLimit: 1, httpTokens: 'required' },
      userData: Fn.base64(userData(index)),
    },
  });
}

function userData(index: number): string {
  return `[settings]
motd = "Node group ${index}"

[settings.kernel.sysctl]
"net.core.somaxconn" = "4096"

[settings.kubernetes]
image-gc-high-threshold-percent = 80
image-gc-low-threshold-percent = 70
max-pods = 58

[settings.kubernetes.kube-reserved]
cpu = "100m"
ephemeral-storage = "1Gi"
memory = "512Mi"
`;
}

/** How many stacks an app has, and how many node groups each of them. */
export interface AppSize {
  readonly stacks: number;
  readonly groups: number;
}

/** What it took to make and synthesise an app. */
export interface Synthesis {
  /** Milliseconds of processor time. */
  readonly time: number;
  /** The template of each stack, as written. */
  readonly templates: readonly string[];
}

/** Makes an app with such node groups and synthesises it. What is written is removed again, which does not count. */
export function synthesise(write: Writer, { stacks, groups }: AppSize): Synthesis {
  const outdir = mkdtempSync(join(tmpdir(), 'cdk-bottlerocket-bench-'));
  try {
    const start = process.cpuUsage();
    const app = new App({ outdir, analyticsReporting: false });
    for (let index = 0; index < stacks; index++) {
      const surroundings = surround(new Stack(app, `Stack${index}`));
      for (let group = 0; group < groups; group++) {
        write(surroundings, group);
      }
    }
    app.synth();
    const { user, system } = process.cpuUsage(start);
    const files = readdirSync(outdir).filter((name) => name.endsWith('.template.json'));
    return {
      time: (user + system) / 1000,
      templates: files.map((name) => readFileSync(join(outdir, name), 'utf8')),
    };
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

function surround(stack: Stack): Surroundings {
  const vpc = ec2.Vpc.fromVpcAttributes(stack, 'Vpc', {
    vpcId: 'vpc-0123456789abcdef0',
    availabilityZones: ['eu-central-1a', 'eu-central-1b'],
    privateSubnetIds: ['subnet-0123456789abcdef0', 'subnet-0123456789abcdef1'],
  });
  const cluster = eksv2.Cluster.fromClusterAttributes(stack, 'Cluster', { clusterName: 'main', vpc });
  const nodeRole = iam.Role.fromRoleArn(stack, 'NodeRole', 'arn:aws:iam::123456789012:role/nodes');
  return { stack, vpc, cluster, nodeRole };
}

/** The resources of a template by what is in them: ids of the resources are left out, as everybody chooses their own. */
export function resourcesOf(template: string): string[] {
  const { Resources } = JSON.parse(template) as { Resources: Record<string, { Type: string; Properties: object }> };
  const ids = Object.keys(Resources);
  const isId = (value: unknown) => typeof value === 'string' && ids.includes(value);
  return Object.values(Resources)
    .map(({ Type, Properties }) =>
      JSON.stringify(sorted({ Type, Properties }), (_, v: unknown) => (isId(v) ? 'id' : v)),
    )
    .sort();
}

/** The same with all keys in order: how they are ordered is nobody's result. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(sorted);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
