import { App, Lazy, Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { NetworkPreset, ProxyOptions } from '../../../lib';
import { cfnCluster } from '../../helpers/clusters';
import { group, problems, userDataIn, userDataOf } from '../../helpers/self-managed';

const httpsProxy = 'http://proxy.example.com:3128';
const ALWAYS = ['169.254.169.254', 'fd00:ec2::254', '169.254.170.2', '.internal'];

const noProxy = (options: Partial<ProxyOptions> = {}) =>
  NetworkPreset.proxy({ httpsProxy, ...options }).settings.network!.noProxy!;

test('nodes reach metadata, task credentials and names of EC2 without the proxy', () => {
  expect(noProxy()).toEqual(ALWAYS);
});

test('further hosts are added once', () => {
  expect(noProxy({ noProxy: ['.example.com', '.internal', '10.0.0.0/8'], serviceCidr: '172.20.0.0/16' })).toEqual([
    ...ALWAYS,
    '172.20.0.0/16',
    '.example.com',
    '10.0.0.0/8',
  ]);
});

test('the addresses of a VPC and the APIs of AWS in the region can be left out', () => {
  const fixture = cfnCluster();
  const presets = [NetworkPreset.proxy({ httpsProxy, vpc: fixture.vpc, regionalAwsApisWithoutProxy: true })];
  const { stack } = group({ presets }, fixture);
  expect(userDataIn(stack)).toMatch(
    /no-proxy = \[.*"\.internal", "<Vpc\w+\.CidrBlock>", "\.<AWS::Region>\.<AWS::URLSuffix>"\]/,
  );
  Annotations.fromStack(stack).hasNoWarning('*', Match.stringLikeRegexp('ProxyWithoutMetadata|UserData'));
});

test('the range of an imported VPC is known', () => {
  const stack = new Stack(new App(), 'Stack');
  const vpc = ec2.Vpc.fromVpcAttributes(stack, 'Vpc', {
    vpcId: 'vpc-1',
    availabilityZones: ['a'],
    vpcCidrBlock: '10.7.0.0/16',
  });
  expect(noProxy({ vpc })).toContain('10.7.0.0/16');
});

test('a list that is only known at deployment is kept', () => {
  const presets = [NetworkPreset.proxy({ httpsProxy, noProxy: Lazy.list({ produce: () => ['.a', '.b'] }) })];
  expect(userDataOf({ presets })).toMatch(/no-proxy = \["169\.254\.169\.254", .*"\.a,\.b"\]/);
});

test('the proxy itself may be a token, and is checked when it is known', () => {
  const late = Lazy.string({ produce: () => httpsProxy });
  expect(userDataOf({ presets: [NetworkPreset.proxy({ httpsProxy: late })] })).toContain(
    `https-proxy = "${httpsProxy}"`,
  );
  expect(problems({ presets: [NetworkPreset.proxy({ httpsProxy: 'a proxy' })] })).toEqual([
    'InvalidValue settings.network.https-proxy',
  ]);
});
