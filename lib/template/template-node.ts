import type { TemplateResource } from './cloudformation-template';
import type { LaunchData } from './launch-data';
import type { TemplateImage } from './node-image';
import type { NodeUserData } from './node-user-data';

/** What makes nodes. */
export enum NodeKind {
  MANAGED_NODEGROUP = 'managed node group',
  AUTO_SCALING_GROUP = 'Auto Scaling group',
  INSTANCE = 'instance',
  /** A launch template or launch configuration that nothing in its template uses. */
  LAUNCH_TEMPLATE = 'launch template',
  /** A node class of Karpenter. */
  NODE_CLASS = 'node class',
}

/** What runs the containers of a node, as far as it is known. */
export type NodeOrchestrator = 'kubernetes' | 'ecs' | undefined;

/** Bottlerocket nodes, as a template has them: made by this library or not. */
export interface TemplateNode {
  readonly kind: NodeKind;
  /** The construct path, such as `Stack/Nodes/Resource`; the logical id where it is not known. */
  readonly path: string;
  readonly logicalId: string;
  /** The name of a Kubernetes object within the resource. */
  readonly objectName?: string;
  readonly resource: TemplateResource;
  /** The type of image that a managed node group names. */
  readonly amiType?: string;
  readonly image: TemplateImage;
  readonly orchestrator: NodeOrchestrator;
  /** The instance types that are known. */
  readonly instanceTypes: readonly string[];
  /** Undefined where nothing is known of how nodes are launched. */
  readonly launch?: LaunchData;
  /** Undefined when there is none, or nothing of it is known. */
  readonly userData?: NodeUserData;
}
