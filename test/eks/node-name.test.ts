import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { BottlerocketManagedNodegroup, HostnameOverrideSource, IssueCode } from '../../lib';
import { cfnCluster } from '../helpers/clusters';
import { group, Options, types } from '../helpers/self-managed';

const settings = { kubernetes: { hostnameOverrideSource: HostnameOverrideSource.INSTANCE_ID } };

function warnings(options: Options): number {
  const { stack } = group(options);
  return Annotations.fromStack(stack).findWarning('*', Match.stringLikeRegexp(IssueCode.NODE_NAME_NOT_MAPPED)).length;
}

test('nodes that are named by their instance id are worth a warning', () => {
  expect(warnings({ settings })).toBe(1);
  expect(
    warnings({ settings: { kubernetes: { hostnameOverrideSource: HostnameOverrideSource.PRIVATE_DNS_NAME } } }),
  ).toBe(0);
});

test('so are those of managed node groups, whose role EKS lets in', () => {
  const { stack, ...cluster } = cfnCluster();
  new BottlerocketManagedNodegroup(stack, 'Nodes', { ...cluster, instanceTypes: types('m7i.large'), settings });
  Annotations.fromStack(stack).hasWarning('*', Match.stringLikeRegexp(IssueCode.NODE_NAME_NOT_MAPPED));
});
