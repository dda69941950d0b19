import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as eks from 'aws-cdk-lib/aws-eks';
import * as iam from 'aws-cdk-lib/aws-iam';
import {
  BottlerocketManagedNodegroup,
  BottlerocketSelfManagedNodegroup,
  BottlerocketSelfManagedNodegroupProps,
  IssueCode,
  NodeJoinMethod,
} from '../../lib';
import { cfnCluster, clusterV1, clusterV2 } from '../helpers/clusters';
import { issuesThrownBy, problemsOf } from '../helpers/issues';

const instanceTypes = [new ec2.InstanceType('m7i.large')];

type Options = Omit<BottlerocketSelfManagedNodegroupProps, 'instanceTypes' | 'cluster'>;

function nodes(stack: Stack, cluster: eks.IClusterRef, options: Options = {}, id = 'Nodes') {
  return new BottlerocketSelfManagedNodegroup(stack, id, { cluster, instanceTypes, ...options });
}

const newStack = () => new Stack(new App(), 'Stack');

function nodeRole(stack: Stack): iam.Role {
  return new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com') });
}

const entriesIn = (stack: Stack) => Object.keys(Template.fromStack(stack).findResources('AWS::EKS::AccessEntry'));

function mapped(stack: Stack): number {
  const manifests = Template.fromStack(stack).findResources('Custom::AWSCDK-EKS-KubernetesResource');
  return JSON.stringify(manifests).split('system:node:{{EC2PrivateDNSName}}').length - 1;
}

describe('a cluster of aws-eks', () => {
  test.each([
    ['with CONFIG_MAP', eks.AuthenticationMode.CONFIG_MAP, 1, 0],
    ['without an authentication mode', undefined, 1, 0],
    ['with API_AND_CONFIG_MAP', eks.AuthenticationMode.API_AND_CONFIG_MAP, 0, 1],
    ['with API', eks.AuthenticationMode.API, 0, 1],
  ])('%s gets the role into aws-auth or an access entry, never both', (_, authenticationMode, maps, entries) => {
    const stack = newStack();
    nodes(stack, clusterV1(stack, { authenticationMode }));
    expect([mapped(stack), entriesIn(stack).length]).toEqual([maps, entries]);
  });

  test('with both ways can be told which one', () => {
    const stack = newStack();
    const cluster = clusterV1(stack, { authenticationMode: eks.AuthenticationMode.API_AND_CONFIG_MAP });
    nodes(stack, cluster, { joinBy: NodeJoinMethod.AWS_AUTH });
    expect([mapped(stack), entriesIn(stack).length]).toEqual([1, 0]);
  });

  test.each([
    [eks.AuthenticationMode.CONFIG_MAP, NodeJoinMethod.ACCESS_ENTRY],
    [eks.AuthenticationMode.API, NodeJoinMethod.AWS_AUTH],
  ])('with %s refuses %s', (authenticationMode, joinBy) => {
    const stack = newStack();
    const cluster = clusterV1(stack, { authenticationMode });
    const [found] = issuesThrownBy(() => nodes(stack, cluster, { joinBy }));
    expect(found).toMatchObject({ code: IssueCode.NODES_NOT_ALLOWED, path: 'joinBy', received: joinBy });
    expect(found!.message).toContain(authenticationMode);
  });

  test('maps a role that several node groups share once', () => {
    const stack = newStack();
    const cluster = clusterV1(stack);
    const role = nodeRole(stack);
    nodes(stack, cluster, { nodeRole: role }, 'One');
    nodes(stack, cluster, { nodeRole: role }, 'Two');
    new BottlerocketManagedNodegroup(stack, 'Managed', { cluster, instanceTypes, nodeRole: role });
    expect(mapped(stack)).toBe(1);
  });
});

describe('node groups in another stack than their cluster', () => {
  const stacks = () => {
    const app = new App();
    return [new Stack(app, 'Base'), new Stack(app, 'Nodes')] as const;
  };

  test('get an access entry there', () => {
    const [base, other] = stacks();
    nodes(other, clusterV1(base, { authenticationMode: eks.AuthenticationMode.API_AND_CONFIG_MAP }));
    expect([entriesIn(base), entriesIn(other)]).toEqual([[], [expect.any(String)]]);
  });

  test('get into aws-auth only with a role of the stack of the cluster', () => {
    const [base, other] = stacks();
    const cluster = clusterV1(base);
    const [found] = issuesThrownBy(() => nodes(other, cluster));
    expect(found).toMatchObject({ code: IssueCode.NODES_NOT_ALLOWED, path: 'joinBy' });
    expect(found!.fix).toContain('nodeRole');
    nodes(other, cluster, { nodeRole: nodeRole(base) }, 'Fine');
    expect(mapped(base)).toBe(1);
  });
});

describe('a cluster of aws-eks-v2', () => {
  test('gets an access entry for the role, before any node starts', () => {
    const stack = newStack();
    nodes(stack, clusterV2(stack));
    const template = Template.fromStack(stack);
    template.hasResourceProperties('AWS::EKS::AccessEntry', {
      ClusterName: { Ref: Match.stringLikeRegexp('Cluster') },
      PrincipalArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('NodesNodeRole'), 'Arn'] },
      Type: 'EC2_LINUX',
    });
    template.hasResource('AWS::AutoScaling::AutoScalingGroup', { DependsOn: entriesIn(stack) });
  });

  test('refuses aws-auth', () => {
    const stack = newStack();
    const create = () => nodes(stack, clusterV2(stack), { joinBy: NodeJoinMethod.AWS_AUTH });
    expect(problemsOf(create)).toEqual([`${IssueCode.NODES_NOT_ALLOWED} joinBy`]);
  });
});

describe('a CloudFormation resource', () => {
  test.each(['API', 'API_AND_CONFIG_MAP'])('with %s gets an access entry', (authenticationMode) => {
    const { stack, vpc, cluster } = cfnCluster({ accessConfig: { authenticationMode } });
    nodes(stack, cluster, { vpc });
    expect(entriesIn(stack)).toHaveLength(1);
  });

  test.each([undefined, { authenticationMode: 'CONFIG_MAP' }])(
    'with the access %j takes roles from aws-auth only, which the app cannot write',
    (accessConfig) => {
      const { stack, vpc, cluster } = cfnCluster({ accessConfig });
      const [found] = issuesThrownBy(() => nodes(stack, cluster, { vpc }));
      expect(found).toMatchObject({ code: IssueCode.NODES_NOT_ALLOWED, received: 'by default aws-auth' });
      expect(found!.fix).toContain('NodeJoinMethod.NONE');
      expect(() => nodes(stack, cluster, { vpc, joinBy: NodeJoinMethod.NONE }, 'Opted')).not.toThrow();
      expect(entriesIn(stack)).toEqual([]);
    },
  );
});

describe('an imported cluster', () => {
  const imported = (stack: Stack) =>
    eks.Cluster.fromClusterAttributes(stack, 'Cluster', {
      clusterName: 'demo',
      clusterEndpoint: 'https://example.eks.amazonaws.com',
      clusterCertificateAuthorityData: 'aGVsbG8=',
      clusterSecurityGroupId: 'sg-1',
      vpc: new ec2.Vpc(stack, 'Vpc'),
    });

  test('gets an access entry, unless told otherwise', () => {
    const entries = [undefined, NodeJoinMethod.NONE].map((joinBy) => {
      const stack = newStack();
      nodes(stack, imported(stack), { kubernetesVersion: '1.35', joinBy });
      return entriesIn(stack).length;
    });
    expect(entries).toEqual([1, 0]);
  });

  test('gets one access entry for a role that several node groups share, which no group takes with it', () => {
    const [both, one, two] = [['One', 'Two'], ['One'], ['Two']].map((ids) => {
      const stack = newStack();
      const cluster = imported(stack);
      const role = iam.Role.fromRoleArn(stack, 'Role', 'arn:aws:iam::123456789012:role/nodes');
      ids.forEach((id) => nodes(stack, cluster, { kubernetesVersion: '1.35', nodeRole: role }, id));
      Template.fromStack(stack).allResources('AWS::AutoScaling::AutoScalingGroup', { DependsOn: entriesIn(stack) });
      return entriesIn(stack);
    });
    expect(both).toHaveLength(1);
    expect(one).toEqual(both);
    expect(two).toEqual(both);
  });
});

describe('a role that a managed and a self-managed node group share', () => {
  const managed = (stack: Stack, cluster: eks.IClusterRef, role: iam.IRole) =>
    new BottlerocketManagedNodegroup(stack, 'Managed', { cluster, instanceTypes, nodeRole: role });

  test('is refused where EKS makes the access entry, whichever comes first', () => {
    const stack = newStack();
    const cluster = clusterV2(stack);
    const one = nodeRole(stack);
    managed(stack, cluster, one);
    expect(problemsOf(() => nodes(stack, cluster, { nodeRole: one }))).toEqual([
      `${IssueCode.SHARED_NODE_ROLE} nodeRole`,
    ]);

    const other = newStack();
    const otherCluster = clusterV2(other);
    const two = nodeRole(other);
    nodes(other, otherCluster, { nodeRole: two });
    expect(problemsOf(() => managed(other, otherCluster, two))).toEqual([`${IssueCode.SHARED_NODE_ROLE} nodeRole`]);
  });

  test('is fine when EKS does it for both', () => {
    const stack = newStack();
    const cluster = clusterV2(stack);
    const role = nodeRole(stack);
    managed(stack, cluster, role);
    nodes(stack, cluster, { nodeRole: role, joinBy: NodeJoinMethod.NONE });
    expect(entriesIn(stack)).toEqual([]);
  });
});
