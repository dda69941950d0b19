import { CfnParameter, Fn, Stack } from 'aws-cdk-lib';
import * as eks from 'aws-cdk-lib/aws-eks';
import { isSameCluster } from '../../lib/eks/cluster-identity';
import { reachableV1, reachableV2 } from '../helpers/eks-clusters';

const cluster = (stack: Stack, id: string) =>
  new eks.CfnCluster(stack, id, { roleArn: 'arn', resourcesVpcConfig: { subnetIds: [] } });

test('names that are written out are compared', () => {
  expect([isSameCluster('main', 'main'), isSameCluster('main', 'other')]).toEqual([true, false]);
});

test('clusters of one app are told from each other', () => {
  const stack = new Stack();
  const [one, two] = [cluster(stack, 'One'), cluster(stack, 'Two')];
  expect(isSameCluster(one.ref, one.clusterRef.clusterName)).toBe(true);
  expect(isSameCluster(one.ref, two.ref)).toBe(false);
});

test('a cluster and the CloudFormation resource under it are the same', () => {
  const { cluster: v2 } = reachableV2();
  expect(isSameCluster(v2.clusterName, (v2.node.defaultChild as eks.CfnCluster).ref)).toBe(true);
});

test('clusters of both modules are told from each other', () => {
  const { cluster: v1 } = reachableV1();
  const { cluster: v2 } = reachableV2();
  expect(isSameCluster(v1.clusterName, v1.clusterName)).toBe(true);
  expect(isSameCluster(v1.clusterName, v2.clusterName)).toBe(false);
});

test('what is only known at deployment may be anything', () => {
  const stack = new Stack();
  const parameter = new CfnParameter(stack, 'Name').valueAsString;
  const { ref } = cluster(stack, 'One');
  expect(isSameCluster(parameter, 'main')).toBeUndefined();
  expect(isSameCluster(parameter, ref)).toBeUndefined();
  expect(isSameCluster(Fn.importValue('name'), ref)).toBeUndefined();
  expect(isSameCluster(ref, 'main')).toBeUndefined();
  expect(isSameCluster(`${ref}-x`, ref)).toBeUndefined();
});
