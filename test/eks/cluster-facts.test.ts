import { App, Lazy, Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import * as eksv2 from 'aws-cdk-lib/aws-eks-v2';
import { BottlerocketManagedNodegroup, BottlerocketSelfManagedNodegroup, IssueCode } from '../../lib';
import { cfnCluster } from '../helpers/clusters';
import { types, group } from '../helpers/self-managed';

describe('a cluster with Auto Mode', () => {
  const WARNING = Match.stringLikeRegexp(IssueCode.AUTO_MODE_CLUSTER);

  test('takes such nodes, with a warning that its own nodes do not have their settings', () => {
    const stack = new Stack(new App(), 'Stack');
    const cluster = new eksv2.Cluster(stack, 'Cluster', { version: eksv2.KubernetesVersion.V1_35 });
    new BottlerocketSelfManagedNodegroup(stack, 'Nodes', { cluster, instanceTypes: types('m7i.large') });
    new BottlerocketManagedNodegroup(stack, 'Managed', { cluster, instanceTypes: types('m7i.large') });
    Annotations.fromStack(stack).hasWarning('/Stack/Nodes', WARNING);
    Annotations.fromStack(stack).hasWarning('/Stack/Managed', WARNING);
  });

  test('is not seen where there is none, or where it is only known at deployment', () => {
    const { stack } = group({}, cfnCluster({ computeConfig: Lazy.any({ produce: () => ({ enabled: true }) }) }));
    expect(Annotations.fromStack(stack).findWarning('*', WARNING)).toEqual([]);
    const other = group({}, cfnCluster({ computeConfig: { enabled: false } }));
    expect(Annotations.fromStack(other.stack).findWarning('*', WARNING)).toEqual([]);
  });

  test('is seen in a CloudFormation resource', () => {
    const { stack } = group({}, cfnCluster({ computeConfig: { enabled: true } }));
    Annotations.fromStack(stack).hasWarning('/Stack/Nodes', WARNING);
  });
});
