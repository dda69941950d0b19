import { BottlerocketNodeClass, BottlerocketUpdateOperator } from '../../../lib';
import { reachableV2 } from '../../helpers/eks-clusters';
import { problemsOf } from '../../helpers/issues';

test('the update operator refuses nodes that Karpenter launches', () => {
  const { stack, cluster } = reachableV2();
  const operator = new BottlerocketUpdateOperator(stack, 'Operator', { cluster });
  const nodeClass = new BottlerocketNodeClass(stack, 'NodeClass', { cluster });
  const nodePool = nodeClass.addNodePool('Pool');
  expect(problemsOf(() => operator.attach(nodeClass))).toEqual(['NodesUpdatedOtherwise nodes']);
  expect(problemsOf(() => operator.attach(nodePool))).toEqual(['NodesUpdatedOtherwise nodes']);
});
