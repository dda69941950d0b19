import { Tokenization } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { NodeTaint } from '../../node';
import { checkClusterKind } from '../../node/cluster-kind';
import { CDK_TOKENS } from '../../private/cdk-tokens';
import { throwOnErrors } from '../../settings/report';
import { KARPENTER } from '../generated/karpenter.generated';
import { INodeSource, InPlaceUpdates } from '../node-source';
import { KarpenterDisruptionBudget } from './disruption';
import { KarpenterUpdates } from './karpenter-updates';
import { checkAccess, checkManifestName, KarpenterManifest, manifestName } from './manifest';
import { checkNodePool } from './node-pool-checks';
import { BottlerocketNodePoolProps } from './node-pool-props';
import { checkHardware, renderRequirement, requirementsOf } from './node-pool-requirements';
import { renderDuration } from './period';

const HEADING = 'Karpenter could not launch nodes like this';

/**
 * A node pool of Karpenter (NodePool): which instances Karpenter launches for pods that find no room, and when it removes
 * them again.
 *
 * @see https://karpenter.sh/docs/concepts/nodepools/
 */
export class BottlerocketNodePool extends Construct implements INodeSource {
  /**
   * The name of the NodePool.
   */
  public readonly nodePoolName: string;

  private readonly manifest: KarpenterManifest;

  /**
   * @param scope the construct that the node pool belongs to
   * @param id the id of the node pool in its scope
   * @param props the node pool
   * @throws an error with all issues when Karpenter would refuse the node pool
   */
  public constructor(
    scope: Construct,
    id: string,
    private readonly props: BottlerocketNodePoolProps,
  ) {
    super(scope, id);
    throwOnErrors(checkClusterKind(props.cluster, 'EKS'), this, HEADING);
    const { cluster, nodeClass, applyToCluster = true } = props;
    this.nodePoolName = manifestName(this, props.nodePoolName);
    throwOnErrors(
      [
        ...checkManifestName(this.nodePoolName, 'nodePoolName'),
        ...checkAccess(cluster, applyToCluster),
        ...checkNodePool(props),
        ...checkHardware(props.requirements ?? [], nodeClass._hardware),
      ],
      this,
      HEADING,
    );
    this.manifest = new KarpenterManifest(
      this,
      KARPENTER.nodePoolApi,
      this.nodePoolName,
      () => this.renderSpec(),
      applyToCluster ? cluster : undefined,
    );
    // The node class must be there first, and go last. Its own node pools do not wait for each other.
    const before = nodeClass.node.tryFindChild('Resource');
    if (before !== undefined) {
      this.manifest.applied?.node.addDependency(before);
    }
  }

  /**
   * The NodePool as an object. Where CloudFormation fills something in, its functions.
   */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- jsii has no other type for a value of any kind
  public toManifest(): { [key: string]: any } {
    return this.manifest.toObject();
  }

  /**
   * The NodePool in YAML, for GitOps.
   *
   * @throws an error with all issues when something in it is only known at deployment
   */
  public toYaml(): string {
    return this.manifest.toYaml();
  }

  /**
   * How the update operator deals with the nodes.
   *
   * @internal
   */
  public _inPlaceUpdates(): InPlaceUpdates {
    return new KarpenterUpdates(this.props.cluster.clusterRef.clusterName);
  }

  private renderSpec(): object {
    const { props } = this;
    const { labels, annotations, nodeClass, disruption } = props;
    const { group, kind } = KARPENTER.nodeClassApi;
    return {
      template: {
        metadata: labels === undefined && annotations === undefined ? undefined : { labels, annotations },
        spec: {
          nodeClassRef: { group, kind, name: nodeClass.nodeClassName },
          requirements: requirementsOf(props.requirements ?? [], nodeClass._hardware).map(renderRequirement),
          taints: props.taints?.map(renderTaint),
          startupTaints: props.startupTaints?.map(renderTaint),
          expireAfter: props.expireAfter?.toString(),
          terminationGracePeriod: props.terminationGracePeriod && renderDuration(props.terminationGracePeriod),
        },
      },
      limits: renderLimits(props),
      disruption: disruption && {
        consolidationPolicy: disruption.consolidationPolicy,
        consolidateAfter: disruption.consolidateAfter?.toString() ?? '0s',
        budgets: disruption.budgets?.map(renderBudget),
      },
      weight: props.weight,
    };
  }
}

/** Kubernetes takes no empty values here. */
function renderTaint({ key, value, effect }: NodeTaint): object {
  return { key, value: value === '' ? undefined : value, effect };
}

function renderBudget({ nodes, schedule, duration, reasons }: KarpenterDisruptionBudget): object {
  return { nodes, schedule, duration: duration && renderDuration(duration), reasons };
}

/** Quantities are text. */
function renderLimits({ limits }: BottlerocketNodePoolProps): object | undefined {
  return (
    limits && {
      cpu: quantity(limits.cpu),
      memory: quantity(limits.memory?.toMebibytes(), 'Mi'),
      'nvidia.com/gpu': quantity(limits.nvidiaGpus),
      nodes: quantity(limits.nodes),
    }
  );
}

function quantity(value: number | undefined, unit = ''): string | undefined {
  if (value === undefined) {
    return undefined;
  }
  return `${CDK_TOKENS.isToken(value) ? Tokenization.stringifyNumber(value) : value}${unit}`;
}
