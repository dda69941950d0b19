/**
 * Labels in the domains of Kubernetes that the kubelet may give to its node, beside those in its own two domains. With
 * any other one it does not start.
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/#noderestriction
 */
const LABELS_OF_KUBELET: ReadonlySet<string> = new Set([
  'kubernetes.io/hostname',
  'kubernetes.io/arch',
  'kubernetes.io/os',
  'beta.kubernetes.io/instance-type',
  'beta.kubernetes.io/arch',
  'beta.kubernetes.io/os',
  'failure-domain.beta.kubernetes.io/zone',
  'failure-domain.beta.kubernetes.io/region',
  'topology.kubernetes.io/zone',
  'topology.kubernetes.io/region',
]);

/** Whether the kubelet refuses to start when it is told to give its node a label. */
export function isForbiddenToKubelet(label: string): boolean {
  const domain = label.includes('/') ? label.slice(0, label.indexOf('/')) : '';
  const within = (parent: string) => domain === parent || domain.endsWith(`.${parent}`);
  const ofKubernetes = within('kubernetes.io') || within('k8s.io');
  const ofKubelet = within('kubelet.kubernetes.io') || within('node.kubernetes.io') || LABELS_OF_KUBELET.has(label);
  return ofKubernetes && !ofKubelet;
}

/** The effects that Kubernetes knows. */
export const TAINT_EFFECTS: readonly string[] = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];
