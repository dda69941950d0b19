import { App, CfnParameter, Stack } from 'aws-cdk-lib';
import { IssueCode } from '../../lib';
import { checkServiceCidr, clusterDnsIp } from '../../lib/eks/cluster-dns-ip';

test.each([
  ['10.100.0.0/16', false, '10.100.0.10'],
  ['172.20.128.0/20', false, '172.20.128.10'],
  ['fd30:1c53:5f8a::/108', true, 'fd30:1c53:5f8a::a'],
])('of %s is the tenth address', (cidr, ipv6, address) => {
  expect(checkServiceCidr(cidr)).toEqual([]);
  expect(clusterDnsIp(cidr, ipv6)).toBe(address);
});

describe('of a range that is only known at deployment', () => {
  const stack = new Stack(new App(), 'Stack');
  const range = new CfnParameter(stack, 'Range').valueAsString;

  test('is put together by CloudFormation, for IPv4', () => {
    expect(checkServiceCidr(range)).toEqual([]);
    const octets = { 'Fn::Split': ['.', { Ref: 'Range' }] };
    expect(stack.resolve(clusterDnsIp(range, false))).toEqual({
      'Fn::Join': [
        '.',
        [{ 'Fn::Select': [0, octets] }, { 'Fn::Select': [1, octets] }, { 'Fn::Select': [2, octets] }, '10'],
      ],
    });
  });

  test('is put together by CloudFormation, for IPv6', () => {
    expect(stack.resolve(clusterDnsIp(range, true))).toEqual({
      'Fn::Join': ['', [{ 'Fn::Select': [0, { 'Fn::Split': ['/', { Ref: 'Range' }] }] }, 'a']],
    });
  });
});

test.each(['10.100.0.0', '10.100.0.5/16', '10.100/16', 'fd30:1c53:5f8a:1/108', 'services', ''])(
  'is not looked for in %j',
  (cidr) => {
    expect(checkServiceCidr(cidr)).toMatchObject([{ code: IssueCode.INVALID_SERVICE_CIDR, received: cidr }]);
  },
);
