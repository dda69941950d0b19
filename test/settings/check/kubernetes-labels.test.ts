import { isForbiddenToKubelet } from '../../../lib/settings/check/kubernetes-labels';

test.each([
  'kubernetes.io/role',
  'k8s.io/role',
  'node-role.kubernetes.io/worker',
  'eks.k8s.io/pool',
  'kubernetes.io/',
  'beta.kubernetes.io/other',
  'node-restriction.kubernetes.io/x',
])('the kubelet does not start with %s', (label) => {
  expect(isForbiddenToKubelet(label)).toBe(true);
});

test.each([
  'team',
  'example.com/team',
  'eks.amazonaws.com/nodegroup',
  'node.kubernetes.io/role',
  'a.node.kubernetes.io/role',
  'kubelet.kubernetes.io/role',
  'kubernetes.io/hostname',
  'kubernetes.io/arch',
  'topology.kubernetes.io/zone',
  'beta.kubernetes.io/instance-type',
  'notkubernetes.io/role',
  'kubernetes.io.example.com/role',
])('it does with %s', (label) => {
  expect(isForbiddenToKubelet(label)).toBe(false);
});
