import { HostnameOverrideSource, KubernetesAuthenticationMode } from '../../../../lib/settings';
import { testRules, TOKEN } from '../../../helpers/rules';

const { INSTANCE_ID, PRIVATE_DNS_NAME } = HostnameOverrideSource;

testRules('the name of a node', [
  [
    'warns of an own name, which EKS does not map',
    { kubernetes: { hostnameOverride: 'node' } },
    ['NodeNameNotMapped? kubernetes.hostname-override'],
  ],
  [
    'warns of one that is not known yet',
    { kubernetes: { hostnameOverride: TOKEN.text } },
    ['NodeNameNotMapped? kubernetes.hostname-override'],
  ],
  [
    'warns of the id of the instance',
    { kubernetes: { hostnameOverrideSource: INSTANCE_ID } },
    ['NodeNameNotMapped? kubernetes.hostname-override-source'],
    { variant: 'aws-k8s-1.35-nvidia' },
  ],
  ['takes the private DNS name', { kubernetes: { hostnameOverrideSource: PRIVATE_DNS_NAME } }, []],
  ['takes any name elsewhere', { kubernetes: { hostnameOverride: 'node' } }, [], { variant: 'vmware-k8s-1.35' }],
  [
    'takes any name with an identity of its own',
    { kubernetes: { hostnameOverride: 'node', authenticationMode: KubernetesAuthenticationMode.TLS } },
    [],
  ],
  [
    'takes any name of a node without a cluster',
    { kubernetes: { hostnameOverride: 'node', standaloneMode: true } },
    [],
  ],
  [
    'warns of a source beside a name',
    { kubernetes: { hostnameOverride: 'node', hostnameOverrideSource: PRIVATE_DNS_NAME } },
    ['HostnameOverrideSourceUnused? kubernetes.hostname-override-source'],
    { variant: 'vmware-k8s-1.35' },
  ],
]);
