import { codesIn, group, joining, parameter, Resources } from '../../helpers/template-rules';

function cluster(mode: string, version = '1.35'): Resources[string] {
  return { Type: 'AWS::EKS::Cluster', Properties: { Version: version, AccessConfig: { AuthenticationMode: mode } } };
}

const ROLE: Resources = {
  Role: { Type: 'AWS::IAM::Role' },
  Profile: { Type: 'AWS::IAM::InstanceProfile', Properties: { Roles: [{ Ref: 'Role' }] } },
};
const ARN = { 'Fn::GetAtt': ['Role', 'Arn'] };
const JOINING = {
  ImageId: parameter('aws-k8s-1.35'),
  UserData: joining('Cluster'),
  IamInstanceProfile: { Arn: { 'Fn::GetAtt': ['Profile', 'Arn'] } },
};
const nodes = (more: Resources, data: object = {}) => codesIn({ ...group({ ...JOINING, ...data }), ...ROLE, ...more });

test.each<[name: string, more: Resources, codes: string[]]>([
  ['no access entry', { Cluster: cluster('API') }, ['AccessEntryMissing']],
  [
    'an access entry of another role',
    {
      Cluster: cluster('API'),
      Other: { Type: 'AWS::IAM::Role' },
      Entry: { Type: 'AWS::EKS::AccessEntry', Properties: { PrincipalArn: { 'Fn::GetAtt': ['Other', 'Arn'] } } },
    },
    ['AccessEntryMissing'],
  ],
  [
    'an access entry',
    { Cluster: cluster('API'), Entry: { Type: 'AWS::EKS::AccessEntry', Properties: { PrincipalArn: ARN } } },
    [],
  ],
  ['a cluster with aws-auth', { Cluster: cluster('API_AND_CONFIG_MAP') }, []],
  ['a cluster of elsewhere', {}, []],
])('%s', (_, more, codes) => {
  expect(nodes(more)).toEqual(codes);
});

test('the role of a managed node group needs no access entry', () => {
  const managed = { Type: 'AWS::EKS::Nodegroup', Properties: { AmiType: 'AL2023_x86_64_STANDARD', NodeRole: ARN } };
  expect(nodes({ Cluster: cluster('API'), Managed: managed })).toEqual([]);
});

test('a role that is not in the template is not judged', () => {
  expect(nodes({ Cluster: cluster('API') }, { IamInstanceProfile: { Name: 'nodes' } })).toEqual([]);
});

test.each([
  ['1.36', []],
  ['1.35', []],
  ['1.34', ['ImageMismatch']],
])('nodes of 1.35 in a cluster of %s', (version, codes) => {
  expect(nodes({ Cluster: cluster('CONFIG_MAP', version) })).toEqual(codes);
});

const SPOT = { InstanceMarketOptions: { MarketType: 'spot' } };
const draining = (value: string) => ({
  'Fn::Base64': { 'Fn::Sub': `[settings.ecs]\nenable-spot-instance-draining = ${value}\n` },
});
const provider = (options: object) => ({
  Provider: {
    Type: 'AWS::ECS::CapacityProvider',
    Properties: { AutoScalingGroupProvider: { AutoScalingGroupArn: { Ref: 'Group' }, ...options } },
  },
});

test.each<[name: string, resources: Resources, codes: string[]]>([
  ['Spot Instances that nothing drains', group(SPOT), ['SpotDrainingOff']],
  ['Spot Instances with draining turned off', group({ ...SPOT, UserData: draining('false') }), ['SpotDrainingOff']],
  ['Spot Instances that the agent drains', group({ ...SPOT, UserData: draining('true') }), []],
  ['Spot Instances whose setting is only known at deployment', group({ ...SPOT, UserData: draining('${Drain}') }), []],
  ['Spot Instances that ECS drains', { ...group(SPOT), ...provider({}) }, []],
  [
    'Spot Instances that ECS does not drain',
    { ...group(SPOT), ...provider({ ManagedDraining: 'DISABLED' }) },
    ['SpotDrainingOff'],
  ],
  [
    'a share of Spot Instances',
    group(
      {},
      {
        LaunchTemplate: undefined,
        MixedInstancesPolicy: {
          InstancesDistribution: { OnDemandPercentageAboveBaseCapacity: 25 },
          LaunchTemplate: { LaunchTemplateSpecification: { LaunchTemplateId: { Ref: 'Template' } } },
        },
      },
    ),
    ['SpotDrainingOff'],
  ],
  ['On-Demand Instances', group(), []],
])('%s', (_, resources, codes) => {
  expect(codesIn(resources)).toEqual(codes);
});
