import { App, Stack, Validations } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import {
  BootstrapContainerPreset,
  BottlerocketCapacityProvider,
  HostContainerPreset,
  ImageMirror,
  NetworkPreset,
  NodeContainerImage,
} from '../../lib';
import { CapacityOptions } from '../helpers/ecs-capacity';
import { types } from '../helpers/self-managed';

const ISOLATED = { subnetType: ec2.SubnetType.PRIVATE_ISOLATED };
const { ECR, ECR_DOCKER, ECS, ECS_AGENT, ECS_TELEMETRY, SSM, SSM_MESSAGES, CLOUDFORMATION } =
  ec2.InterfaceVpcEndpointAwsService;
const ALL = { ECR, ECR_DOCKER, ECS, ECS_AGENT, ECS_TELEMETRY };

interface Case extends CapacityOptions {
  readonly region?: string;
  /** Makes the VPC; one with isolated subnets unless told otherwise. */
  readonly makeVpc?: (stack: Stack) => ec2.IVpc;
  /** The subnets of the instances; the isolated ones unless told otherwise. */
  readonly chooseSubnets?: (vpc: ec2.IVpc) => ec2.ISubnet[];
  /** Adds what is in the VPC, after the capacity. */
  readonly connect?: (vpc: ec2.Vpc) => void;
}

/** The warnings about what instances reach, as lines of code and message. */
function warnings({ region, makeVpc = isolatedVpc, chooseSubnets, connect, ...options }: Case = {}): string[] {
  const stack = new Stack(new App(), 'Stack', { env: region === undefined ? undefined : { region } });
  const vpc = makeVpc(stack);
  const cluster = new ecs.Cluster(stack, 'Cluster', { vpc });
  new BottlerocketCapacityProvider(stack, 'Capacity', {
    cluster,
    instanceTypes: types('m7i.large'),
    subnets: chooseSubnets === undefined ? ISOLATED : { subnets: chooseSubnets(vpc) },
    ...options,
  });
  connect?.(vpc as ec2.Vpc);
  return Annotations.fromStack(stack)
    .findWarning('/Stack/Capacity', Match.anyValue())
    .map(({ entry }) => entry.data as string)
    .filter((text) => /VpcEndpoint|ImageNotReachable/.test(text));
}

function isolatedVpc(stack: Stack): ec2.Vpc {
  const subnetConfiguration = [
    { name: 'isolated', ...ISOLATED },
    { name: 'egress', subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS },
    { name: 'public', subnetType: ec2.SubnetType.PUBLIC },
  ];
  return new ec2.Vpc(stack, 'Vpc', { maxAzs: 2, subnetConfiguration });
}

function connectAll(vpc: ec2.Vpc, services: Record<string, ec2.IInterfaceVpcEndpointService> = ALL): void {
  Object.entries(services).forEach(([id, service]) => vpc.addInterfaceEndpoint(id, { service }));
  vpc.addGatewayEndpoint('S3', { service: ec2.GatewayVpcEndpointAwsService.S3 });
}

/** The services that a warning calls missing. */
function missing(options: Case): string[] {
  const [text] = warnings(options).filter((one) => one.includes('[VpcEndpointMissing]'));
  return [...(text ?? '').split('\n')[0]!.matchAll(/([a-z0-9.-]+) \(/g)].map(([, service]) => service!);
}

describe('instances in isolated subnets', () => {
  test('lack all endpoints in a VPC without any, in one warning with an id', () => {
    const found = warnings();
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^\[VpcEndpointMissing\] vpc: .* do not reach ecr\.api \(tokens to pull images\); /);
    expect(found[0]).toContain('Received: no endpoints');
    expect(missing({})).toEqual(['ecr.api', 'ecr.dkr', 'ecs', 'ecs-agent', 'ecs-telemetry', 's3']);
  });

  test.each([undefined, 'eu-central-1', 'cn-north-1', 'us-gov-west-1'])(
    'lack nothing with all of them, added later, in the region %s',
    (region) => {
      expect(warnings({ region, connect: connectAll })).toEqual([]);
    },
  );

  test('lack those that are not there', () => {
    const connect = (vpc: ec2.Vpc) => connectAll(vpc, { ECR, ECR_DOCKER, ECS, ECS_AGENT });
    expect(missing({ connect })).toEqual(['ecs-telemetry']);
    expect(warnings({ connect })[0]).toContain('Received: endpoints for ecr.api, ecr.dkr, ecs, ecs-agent, s3');
  });

  test('lack an endpoint without DNS names', () => {
    const connect = (vpc: ec2.Vpc) => {
      const { ECS: service, ...others } = ALL;
      connectAll(vpc, others);
      vpc.addInterfaceEndpoint('Ecs', { service, privateDnsEnabled: false });
    };
    expect(missing({ connect })).toEqual(['ecs']);
  });

  test('lack a gateway that their route tables do not know', () => {
    const connect = (vpc: ec2.Vpc) => {
      Object.entries(ALL).forEach(([id, service]) => vpc.addInterfaceEndpoint(id, { service }));
      const subnets = [{ subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS }];
      vpc.addGatewayEndpoint('S3', { service: ec2.GatewayVpcEndpointAwsService.S3, subnets });
    };
    expect(missing({ connect })).toEqual(['s3']);
  });

  test('lack what is in another VPC', () => {
    const connect = (vpc: ec2.Vpc) => connectAll(new ec2.Vpc(vpc, 'Other'));
    expect(missing({ connect })).toHaveLength(6);
  });

  test('lack nothing with resources of CloudFormation', () => {
    const connect = (vpc: ec2.Vpc) => {
      const names = ['ecr.api', 'ecr.dkr', 'ecs', 'ecs-agent', 'ecs-telemetry', 's3'];
      names.forEach((name) => {
        new ec2.CfnVPCEndpoint(vpc, name.replace('.', ''), {
          vpcId: vpc.vpcId,
          serviceName: `com.amazonaws.${vpc.env.region}.${name}`,
          vpcEndpointType: 'Interface',
          privateDnsEnabled: true,
        });
      });
    };
    expect(warnings({ connect })).toEqual([]);
    expect(warnings({ connect, region: 'eu-west-1' })).toEqual([]);
  });

  test('need more for Systems Manager, while the control container is on', () => {
    const more = { ssmAccess: true, connect: connectAll };
    expect(missing(more)).toEqual(['ssm', 'ssmmessages']);
    expect(missing({ ...more, presets: [HostContainerPreset.control({ enabled: false })] })).toEqual([]);
    const connect = (vpc: ec2.Vpc) => connectAll(vpc, { ...ALL, SSM, SSM_MESSAGES });
    expect(missing({ ...more, connect })).toEqual([]);
  });

  test('need more to signal CloudFormation', () => {
    const signals = autoscaling.Signals.waitForAll();
    expect(missing({ signals, connect: connectAll })).toEqual(['cloudformation']);
    expect(missing({ signals, connect: (vpc) => connectAll(vpc, { ...ALL, CLOUDFORMATION }) })).toEqual([]);
  });

  test('reach everything by a proxy', () => {
    const httpsProxy = 'http://10.0.0.5:3128';
    expect(warnings({ presets: [NetworkPreset.proxy({ httpsProxy })], fips: true, region: 'us-east-1' })).toEqual([]);
  });

  test('are found among other subnets', () => {
    const chooseSubnets = (vpc: ec2.IVpc) => [vpc.isolatedSubnets[0]!, vpc.privateSubnets[0]!];
    expect(missing({ chooseSubnets })).toHaveLength(6);
    expect(missing({ chooseSubnets: (vpc) => vpc.privateSubnets })).toEqual([]);
  });
});

test('the warning can be acknowledged by its id', () => {
  const acknowledge = (vpc: ec2.Vpc) =>
    Validations.of(vpc.stack).acknowledge({ id: 'cdk-bottlerocket:VpcEndpointMissing', reason: 'a transit gateway' });
  expect(warnings({ connect: acknowledge })).toEqual([]);
});

describe('no word is said', () => {
  test('of subnets with a route to the internet', () => {
    expect(warnings({ subnets: { subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS } })).toEqual([]);
  });

  test('of a VPC that is imported, whose endpoints nobody knows', () => {
    const makeVpc = (stack: Stack) =>
      ec2.Vpc.fromVpcAttributes(stack, 'Vpc', {
        vpcId: 'vpc-1',
        availabilityZones: ['a'],
        isolatedSubnetIds: ['subnet-1'],
      });
    expect(warnings({ makeVpc })).toEqual([]);
  });
});

describe('FIPS in isolated subnets', () => {
  const fips = { fips: true, region: 'us-east-1', connect: connectAll };

  test('does not reach the FIPS endpoints of Amazon ECR', () => {
    expect(warnings(fips).join()).toMatch(/^\[FipsWithoutVpcEndpoint\] fips:/);
  });

  test('does without them when they are turned off', () => {
    const config = Buffer.from('[default]\nuse_fips_endpoint = false\n').toString('base64');
    expect(warnings({ ...fips, settings: { aws: { config } } })).toEqual([]);
  });
});

describe('images of containers of the OS in isolated subnets', () => {
  const image = (reference: string) => NodeContainerImage.fromRegistry(reference);
  const found = (reference: string, more: Case = {}) =>
    warnings({
      connect: connectAll,
      ...more,
      presets: [BootstrapContainerPreset.of('setup', { image: image(reference) }), ...(more.presets ?? [])],
    });

  test.each(['public.ecr.aws/x/y:1', 'docker.io/x/y', 'busybox', 'x/y:1', 'registry.example.com:5000/x'])(
    '%s cannot be pulled',
    (reference) => {
      expect(found(reference).join()).toMatch(
        /^\[ImageNotReachable\] settings\.bootstrap-containers\.setup\.source: A subnet of the nodes has no route to/,
      );
    },
  );

  test.each(['123456789012.dkr.ecr.eu-central-1.amazonaws.com/x:1', '123456789012.dkr-ecr.eu-central-1.on.aws/x:1'])(
    '%s can be',
    (reference) => {
      expect(found(reference)).toEqual([]);
    },
  );

  test('a mirror may be in the network', () => {
    const mirror = ImageMirror.ofEndpoints('docker.io', ['https://mirror.internal']);
    expect(found('busybox', { presets: [NetworkPreset.registryMirrors([mirror])] })).toEqual([]);
    expect(found('quay.io/x', { presets: [NetworkPreset.registryMirrors([mirror])] })).toHaveLength(1);
  });

  test('containers that are off pull nothing, and those of the OS come from Amazon ECR', () => {
    const off = HostContainerPreset.custom('off', { image: image('busybox'), enabled: false });
    expect(warnings({ connect: connectAll, presets: [off, HostContainerPreset.admin()] })).toEqual([]);
  });
});
