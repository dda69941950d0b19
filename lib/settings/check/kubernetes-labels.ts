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

const OF_KUBERNETES = /(?:^|\.)(?:kubernetes|k8s)\.io$/;
const OF_KUBELET = /(?:^|\.)(?:kubelet|node)\.kubernetes\.io$/;

/** Whether the kubelet refuses to start when it is told to give its node a label. */
export function isForbiddenToKubelet(label: string): boolean {
  const domain = label.slice(0, Math.max(label.indexOf('/'), 0));
  return OF_KUBERNETES.test(domain) && !OF_KUBELET.test(domain) && !LABELS_OF_KUBELET.has(label);
}

/** The effects that Kubernetes knows. */
export const TAINT_EFFECTS: readonly string[] = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];
