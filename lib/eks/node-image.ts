import { Construct } from 'constructs';
import { BottlerocketUserData } from '../node';
import { chooseNodeImage, NodeImage } from '../os/node-image';
import { BottlerocketIssue, IssueCode } from '../settings';
import { issue } from '../settings/report';
import { ClusterFacts } from './cluster-facts';
import { nameOf, nodeKubernetes } from './node-variant';
import { BottlerocketSelfManagedNodegroupOptions } from './self-managed-nodegroup-props';

/** The image of self-managed nodes, and user data judged by it. */
export interface SelfManagedImage extends NodeImage {
  readonly userData: BottlerocketUserData;
}

/** The image that runs on the instance types, for the Kubernetes version of the nodes. */
export function chooseSelfManagedImage(
  scope: Construct,
  options: BottlerocketSelfManagedNodegroupOptions,
  cluster: ClusterFacts,
): SelfManagedImage {
  const kubernetes = nodeKubernetes(options.kubernetesVersion, cluster);
  const instanceTypes = options.instanceTypes.map(nameOf);
  const image = chooseNodeImage(scope, { ...options, ...kubernetes, instanceTypes, use: 'launch' });
  const userData = new BottlerocketUserData({
    allowRegistryCredentials: options.allowRegistryCredentials,
    variant: image.variant,
    osVersion: image.bound.osVersion,
  });
  return { ...image, userData, issues: image.issues.map((found) => withoutVersion(found, kubernetes.given)) };
}

/** Without a variant there is no image, and without the version of Kubernetes no variant. */
function withoutVersion(found: BottlerocketIssue, version: string | undefined): BottlerocketIssue {
  return found.code === IssueCode.IMAGE_UNDETERMINED && version === undefined
    ? issue(IssueCode.KUBERNETES_VERSION_UNKNOWN, {
        path: 'kubernetesVersion',
        message: 'The Kubernetes version decides the Bottlerocket variant, and is not known.',
      })
    : found;
}
