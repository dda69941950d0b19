import { App, Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as eks from 'aws-cdk-lib/aws-eks';
import * as eksv2 from 'aws-cdk-lib/aws-eks-v2';
import { BottlerocketManagedNodegroup } from '../../lib';
import { clusterV1, clusterV2 } from '../helpers/clusters';
import { group, Options, types } from '../helpers/self-managed';

const ALWAYS = ['ec2', 'ecr.api', 'ecr.dkr', 's3'];

function isolatedVpc(stack: Stack): ec2.Vpc {
  const subnetConfiguration = [{ name: 'isolated', subnetType: ec2.SubnetType.PRIVATE_ISOLATED }];
  return new ec2.Vpc(stack, 'Vpc', { maxAzs: 2, subnetConfiguration });
}

const roleArn = 'arn:aws:iam::123456789012:role/cluster';

function resource(kubernetesNetworkConfig?: eks.CfnCluster.KubernetesNetworkConfigProperty) {
  const stack = new Stack(new App(), 'Stack');
  const vpc = isolatedVpc(stack);
  const subnetIds = vpc.isolatedSubnets.map(({ subnetId }) => subnetId);
  const cluster = new eks.CfnCluster(stack, 'Cluster', {
    version: '1.35',
    accessConfig: { authenticationMode: 'API' },
    roleArn,
    resourcesVpcConfig: { subnetIds },
    kubernetesNetworkConfig,
  });
  return { stack, vpc, cluster };
}

/** The services that the warning on the node group calls missing. */
function missing(stack: Stack): string[] {
  const found = Annotations.fromStack(stack)
    .findWarning('/Stack/Nodes', Match.stringLikeRegexp('VpcEndpointMissing'))
    .map(({ entry }) => (entry.data as string).split('\n')[0]!);
  return found.flatMap((text) => [...text.matchAll(/([a-z0-9.-]+) \(/g)].map(([, service]) => service!));
}

function missingOfManaged(fixture: { stack: Stack; vpc: ec2.IVpc; cluster: eks.IClusterRef }, options: object = {}) {
  const { stack, vpc, cluster } = fixture;
  new BottlerocketManagedNodegroup(stack, 'Nodes', { cluster, vpc, instanceTypes: types('m7i.large'), ...options });
  return missing(stack);
}

const missingOfSelfManaged = (options: Options = {}, fixture = resource({ serviceIpv4Cidr: '10.100.0.0/16' })) =>
  missing(group(options, fixture).stack);

test('managed nodes need EC2, Amazon ECR and S3', () => {
  expect(missingOfManaged(resource())).toEqual(ALWAYS);
});

test('Systems Manager needs endpoints of its own', () => {
  expect(missingOfManaged(resource(), { ssmAccess: true })).toEqual([...ALWAYS, 'ssm', 'ssmmessages']);
});

describe('self-managed nodes', () => {
  test('need the same when they are told the DNS address of the cluster', () => {
    expect(missingOfSelfManaged()).toEqual(ALWAYS);
    expect(missingOfSelfManaged({ clusterDnsIp: ['10.100.0.10'] }, resource())).toEqual(ALWAYS);
  });

  test('ask EKS for it otherwise', () => {
    expect(missingOfSelfManaged({}, resource())).toEqual(['ec2', 'ecr.api', 'ecr.dkr', 'eks', 's3']);
  });

  test('signal CloudFormation where they are told to', () => {
    const signals = autoscaling.Signals.waitForAll();
    expect(missingOfSelfManaged({ signals })).toEqual(['cloudformation', ...ALWAYS]);
  });
});

describe('pods with roles need', () => {
  test('STS when the cluster of aws-eks-v2 has an OIDC provider', () => {
    const { stack, vpc } = start();
    const cluster = clusterV2(stack, { vpc, vpcSubnets: [{ subnets: vpc.isolatedSubnets }] });
    new eksv2.OidcProviderNative(cluster, 'Oidc', { url: cluster.clusterOpenIdConnectIssuerUrl });
    expect(missingOfManaged({ stack, vpc, cluster })).toEqual([...ALWAYS, 'sts']);
  });

  test('STS when the cluster of aws-eks has one', () => {
    const { stack, vpc } = start();
    const cluster = clusterV1(stack, { vpc, vpcSubnets: [{ subnets: vpc.isolatedSubnets }] });
    expect(cluster.openIdConnectProvider).toBeDefined();
    expect(missingOfManaged({ stack, vpc, cluster })).toEqual([...ALWAYS, 'sts']);
  });

  test('EKS Auth with EKS Pod Identity', () => {
    const fixture = resource();
    const { stack, cluster } = fixture;
    const serviceAccount = { namespace: 'default', serviceAccount: 'app' };
    new eks.CfnPodIdentityAssociation(stack, 'Pods', { clusterName: cluster.ref, roleArn, ...serviceAccount });
    expect(missingOfManaged(fixture)).toEqual(['ec2', 'ecr.api', 'ecr.dkr', 'eks-auth', 's3']);
  });

  function start() {
    const stack = new Stack(new App(), 'Stack');
    return { stack, vpc: isolatedVpc(stack) };
  }
});

test('the controller of load balancers needs their API', () => {
  const stack = new Stack(new App(), 'Stack');
  const vpc = isolatedVpc(stack);
  const cluster = clusterV1(stack, {
    vpc,
    vpcSubnets: [{ subnets: vpc.isolatedSubnets }],
    albController: { version: eks.AlbControllerVersion.V2_8_2 },
  });
  expect(missingOfManaged({ stack, vpc, cluster })).toContain('elasticloadbalancing');
});

test('nothing is missing once the endpoints are there', () => {
  const fixture = resource();
  const { EC2, ECR, ECR_DOCKER } = ec2.InterfaceVpcEndpointAwsService;
  Object.entries({ EC2, ECR, ECR_DOCKER }).forEach(([id, service]) =>
    fixture.vpc.addInterfaceEndpoint(id, { service }),
  );
  fixture.vpc.addGatewayEndpoint('S3', { service: ec2.GatewayVpcEndpointAwsService.S3 });
  expect(missingOfManaged(fixture)).toEqual([]);
});
