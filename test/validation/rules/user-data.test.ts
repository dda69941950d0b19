import { codesIn, group, joining, launchTemplate, nodegroup, parameter } from '../../helpers/template-rules';

const KUBERNETES = parameter('aws-k8s-1.35');
const LABELS =
  '[settings.kubernetes.node-labels]\n"example.com/a" = "x"\n[settings.kubernetes.node-taints]\n"example.com/b" = ["x:NoSchedule"]\n';
const data = (text: string) => ({ UserData: { 'Fn::Base64': text } });

test.each<[name: string, resources: ReturnType<typeof group>, codes: string[]]>([
  ['user data that nobody encoded', group({ UserData: '[settings.ecs]\ncluster = "a"\n' }), ['UserDataEncoding']],
  ['no user data for Kubernetes', group({ ImageId: KUBERNETES, UserData: undefined }), ['UserDataMissing']],
  ['no user data for Amazon ECS, which has a default cluster', group({ UserData: undefined }), []],
  ['no user data for EKS, which adds its own', nodegroup(), []],
  [
    'no user data in a launch template that nothing uses',
    { T: launchTemplate({ ImageId: KUBERNETES, UserData: undefined }) },
    [],
  ],
  ['user data that is only known at deployment', group({ ImageId: KUBERNETES, UserData: { Ref: 'Data' } }), []],
  ['user data that joins', group({ ImageId: KUBERNETES, UserData: joining('Cluster') }), []],
  [
    'other labels and taints',
    nodegroup({ Labels: { 'example.com/c': 'x' }, Taints: [{ Key: 'd' }] }, data(LABELS)),
    [],
  ],
  [
    'the same labels and taints',
    nodegroup({ Labels: { 'example.com/a': 'x' }, Taints: [{ Key: 'example.com/b' }] }, data(LABELS)),
    ['LabelGivenTwice', 'TaintGivenTwice'],
  ],
  [
    'labels that are only known at deployment',
    nodegroup({ Labels: { Ref: 'L' }, Taints: { Ref: 'T' } }, data(LABELS)),
    [],
  ],
])('%s', (_, resources, codes) => {
  expect(codesIn(resources)).toEqual(codes);
});
