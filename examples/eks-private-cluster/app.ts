import { Annotations, App, Stack, StackProps, Validations } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as eks from 'aws-cdk-lib/aws-eks-v2';
import {
  BootstrapContainerPreset,
  BottlerocketImage,
  BottlerocketManagedNodegroup,
  HostContainerPreset,
  ImageMirror,
  NetworkPreset,
  NodeCertificates,
  NodeContainerUserData,
  NodePreset,
} from 'cdk-bottlerocket';
import { Construct } from 'constructs';
import { join } from 'node:path';

const ISOLATED = { subnetType: ec2.SubnetType.PRIVATE_ISOLATED };

/** What nodes reach of AWS. Leave one out, and synthesis says what it is needed for. */
const ENDPOINTS = {
  Ec2: ec2.InterfaceVpcEndpointAwsService.EC2,
  EcrApi: ec2.InterfaceVpcEndpointAwsService.ECR,
  EcrDocker: ec2.InterfaceVpcEndpointAwsService.ECR_DOCKER,
  Ssm: ec2.InterfaceVpcEndpointAwsService.SSM,
  SsmMessages: ec2.InterfaceVpcEndpointAwsService.SSM_MESSAGES,
  // For what pods call: EKS Pod Identity, logs.
  EksAuth: ec2.InterfaceVpcEndpointAwsService.EKS_AUTH,
  Logs: ec2.InterfaceVpcEndpointAwsService.CLOUDWATCH_LOGS,
};

/** Registries that Amazon ECR caches without credentials, by the prefix of the repositories. */
const CACHED = { 'k8s-io': 'registry.k8s.io', 'quay-io': 'quay.io' };

export interface DemoStackProps extends StackProps {
  /**
   * A proxy in the network, such as `http://proxy.example.com:3128`, for what has no endpoint: updates of the OS, and
   * registries that are not cached.
   *
   * @default - no proxy: nothing leaves the network
   */
  readonly httpsProxy?: string;
}

export class DemoStack extends Stack {
  public constructor(scope: Construct, id: string, props: DemoStackProps = {}) {
    super(scope, id, props);

    // No internet gateway, no NAT.
    const vpc = new ec2.Vpc(this, 'Vpc', {
      maxAzs: 2,
      subnetConfiguration: [{ name: 'nodes', ...ISOLATED }],
      flowLogs: { All: {} },
    });
    const toEndpoints = new ec2.SecurityGroup(this, 'ToEndpoints', {
      vpc,
      description: 'HTTPS from nodes and pods to the endpoints of AWS',
      allowAllOutbound: false,
    });
    for (const [name, service] of Object.entries(ENDPOINTS)) {
      vpc.addInterfaceEndpoint(name, { service, subnets: ISOLATED, securityGroups: [toEndpoints], open: false });
    }
    vpc.addGatewayEndpoint('S3', { service: ec2.GatewayVpcEndpointAwsService.S3 });

    const cluster = new eks.Cluster(this, 'Cluster', {
      version: eks.KubernetesVersion.V1_35,
      vpc,
      vpcSubnets: [ISOLATED],
      defaultCapacityType: eks.DefaultCapacityType.NODEGROUP,
      defaultCapacity: 0,
      endpointAccess: eks.EndpointAccess.PRIVATE,
      clusterLogging: [
        eks.ClusterLoggingTypes.API,
        eks.ClusterLoggingTypes.AUDIT,
        eks.ClusterLoggingTypes.AUTHENTICATOR,
        eks.ClusterLoggingTypes.CONTROLLER_MANAGER,
        eks.ClusterLoggingTypes.SCHEDULER,
      ],
    });
    Annotations.of(cluster).acknowledgeWarning(
      '@aws-cdk/aws-eks:isolatedSubnetsForKubectlPrivateSubnets',
      'This app applies no manifests and installs no charts, so that there is no function with kubectl.',
    );
    toEndpoints.connections.allowFrom(cluster.clusterSecurityGroup, ec2.Port.tcp(443));

    const caches = Object.entries(CACHED).map(
      ([ecrRepositoryPrefix, upstreamRegistryUrl]) =>
        new ecr.CfnPullThroughCacheRule(this, `Cache-${ecrRepositoryPrefix}`, {
          ecrRepositoryPrefix,
          upstreamRegistryUrl,
        }),
    );

    const nodes = new BottlerocketManagedNodegroup(this, 'Nodes', {
      cluster,
      subnets: ISOLATED,
      instanceTypes: [new ec2.InstanceType('m8g.large')],
      image: BottlerocketImage.fromLock({ path: join(__dirname, 'bottlerocket.lock.json') }),
      // With its two endpoints, sessions in the control container are the way to a node.
      ssmAccess: true,
      presets: [...network(vpc, props.httpsProxy), ...containers()],
      settings: { metrics: { sendMetrics: props.httpsProxy !== undefined } },
    });
    // The first nodes already pull through the caches.
    nodes.node.addDependency(...caches);

    acknowledgeFindings(this);
  }
}

/** How nodes reach registries, the time, and what the company runs. */
function network(vpc: ec2.IVpc, httpsProxy: string | undefined): NodePreset[] {
  return [
    NetworkPreset.registryMirrors(
      Object.entries(CACHED).map(([repositoryPrefix, registry]) =>
        ImageMirror.ecrPullThroughCache(registry, { repositoryPrefix }),
      ),
    ),
    // The proxy opens TLS, and so do services of the company: their certificates are of its own authority.
    NetworkPreset.trustedCertificates('company', NodeCertificates.fromPemFile(join(__dirname, 'company-ca.pem'))),
    NetworkPreset.amazonTimeSync(),
    ...(httpsProxy === undefined
      ? []
      : [NetworkPreset.proxy({ httpsProxy, vpc, regionalAwsApisWithoutProxy: true, noProxy: ['.corp.example.com'] })]),
  ];
}

/** What the OS runs itself. Images that it comes with are in Amazon ECR, in the region of the nodes. */
function containers(): NodePreset[] {
  return [
    HostContainerPreset.admin({ enabled: false }),
    BootstrapContainerPreset.of('prepare', {
      userData: NodeContainerUserData.fromFile(join(__dirname, 'prepare.sh')),
    }),
  ];
}

/** For checks with cdk-nag: the findings that are meant to be, with the reason. */
function acknowledgeFindings(stack: Stack): void {
  const policies = {
    AmazonEKSClusterPolicy: 'The policy that EKS documents for clusters.',
    AmazonEKSWorkerNodePolicy: 'The policy that EKS documents for nodes.',
    AmazonEC2ContainerRegistryPullOnly: 'Nodes pull images from any repository they may.',
    AmazonEKS_CNI_Policy: 'The network plugin uses the role of the nodes in this small example.',
    AmazonSSMManagedInstanceCore: 'The policy that Systems Manager documents for instances.',
  };
  // Validations.acknowledge refuses ids with ARNs in them before aws-cdk-lib 2.262; this is what it writes.
  const acknowledged = Object.entries(policies).map(([policy, reason]) => [
    `AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/${policy}]`,
    `${reason} AWS keeps it up to date.`,
  ]);
  const cached = Object.keys(CACHED).map((prefix) => [
    `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:ecr:<AWS::Region>:<AWS::AccountId>:repository/${prefix}/*]`,
    'Nodes may pull any image of this cache, which has a repository for each.',
  ]);
  stack.node.addMetadata(Validations.ACKNOWLEDGED_RULES_METADATA_KEY, Object.fromEntries([...acknowledged, ...cached]));
}

const app = new App();
new DemoStack(app, 'BottlerocketDemo', { httpsProxy: app.node.tryGetContext('httpsProxy') as string | undefined });
