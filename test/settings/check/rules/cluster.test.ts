import { KubernetesAuthenticationMode } from '../../../../lib/settings';
import { ruleIssues, testRules, TOKEN, wrong } from '../../../helpers/rules';
import { UserDataTarget } from '../../../../lib/settings';

const EKS = { apiServer: 'https://example.com', clusterCertificate: 'aGVsbG8=', clusterName: 'demo' };
const alone = { variant: 'aws-k8s-1.35', needsCluster: true };

testRules('what a node needs to join', [
  [
    'refuses settings without those of the cluster',
    { kubernetes: { maxPods: 58 } },
    ['api-server', 'cluster-certificate', 'cluster-name'].map((key) => `ClusterSettingMissing kubernetes.${key}`),
    alone,
  ],
  [
    'refuses no settings at all',
    {},
    ['api-server', 'cluster-certificate', 'cluster-name'].map((key) => `ClusterSettingMissing kubernetes.${key}`),
    alone,
  ],
  ['takes them when they are there', { kubernetes: EKS }, [], alone],
  [
    'takes them when they are not known yet',
    { kubernetes: { apiServer: TOKEN.text, clusterCertificate: TOKEN.text, clusterName: TOKEN.text } },
    [],
    alone,
  ],
  ['keeps quiet about one that was refused', { kubernetes: { ...EKS, clusterName: 'a.b' } }, [], alone],
  ['asks for nothing when the kubelet stands alone', { kubernetes: { standaloneMode: true } }, [], alone],
  [
    'asks for nothing when EKS adds them',
    { kubernetes: { maxPods: 58 } },
    [],
    { ...alone, target: UserDataTarget.EKS_MANAGED },
  ],
  [
    'asks for nothing when Karpenter adds them',
    { kubernetes: { maxPods: 58 } },
    [],
    { ...alone, target: UserDataTarget.KARPENTER },
  ],
  ['asks for nothing on Amazon ECS', { ecs: { cluster: 'demo' } }, [], { variant: 'aws-ecs-3', needsCluster: true }],
  [
    'asks for nothing when nobody says that all settings are here',
    { kubernetes: { maxPods: 58 } },
    [],
    { variant: 'aws-k8s-1.35' },
  ],
  [
    'asks for them when the variant is not known but the settings are for Kubernetes',
    { kubernetes: { ...EKS, apiServer: undefined } },
    ['ClusterSettingMissing kubernetes.api-server'],
    { needsCluster: true },
  ],
  [
    'asks for a token in place of the name outside of AWS, and warns of a missing DNS address',
    { kubernetes: { ...EKS, clusterName: undefined } },
    ['ClusterSettingMissing kubernetes.bootstrap-token', 'ClusterDnsIpMissing? kubernetes.cluster-dns-ip'],
    { variant: 'vmware-k8s-1.35', needsCluster: true },
  ],
  [
    'takes a token and an address there',
    { kubernetes: { ...EKS, bootstrapToken: 'abcdef.0123456789abcdef', clusterDnsIp: ['10.0.0.10'] } },
    [],
    { variant: 'metal-k8s-1.29', needsCluster: true },
  ],
  [
    'asks for a token with the mode tls on AWS',
    { kubernetes: { ...EKS, authenticationMode: KubernetesAuthenticationMode.TLS } },
    ['ClusterSettingMissing kubernetes.bootstrap-token'],
    alone,
  ],
]);

test('the fix names the setting', () => {
  expect(ruleIssues({ kubernetes: { ...EKS, apiServer: undefined } }, alone)[0]!.fix).toContain(
    'kubernetes.api-server',
  );
});

const bootstrapToken = 'abcdef.0123456789abcdef';

testRules('a bootstrap token', [
  [
    'has no effect on AWS',
    { kubernetes: { bootstrapToken } },
    ['BootstrapTokenUnused? kubernetes.bootstrap-token'],
    { variant: 'aws-k8s-1.35' },
  ],
  [
    'has no effect with the mode aws',
    { kubernetes: { bootstrapToken, authenticationMode: KubernetesAuthenticationMode.AWS } },
    ['BootstrapTokenUnused? kubernetes.bootstrap-token'],
  ],
  [
    'has one with the mode tls',
    { kubernetes: { bootstrapToken, authenticationMode: KubernetesAuthenticationMode.TLS } },
    [],
    { variant: 'aws-k8s-1.35' },
  ],
  ['has one elsewhere', { kubernetes: { bootstrapToken } }, [], { variant: 'vmware-k8s-1.35' }],
  ['may have one when the variant is not known', { kubernetes: { bootstrapToken } }, []],
  [
    'may have one when the mode was refused',
    { kubernetes: { bootstrapToken, authenticationMode: wrong() } },
    [],
    { variant: 'aws-k8s-1.35' },
  ],
]);
