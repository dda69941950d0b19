import { Lazy } from 'aws-cdk-lib';
import * as eks from 'aws-cdk-lib/aws-eks';
import { Construct, IConstruct } from 'constructs';
import { checkClusterKind } from '../../node/cluster-kind';
import { warnOnce } from '../../os/warn';
import { BottlerocketIssue, IssueCode, IssueSeverity } from '../../settings';
import { describe, issue } from '../../settings/report';
import { factsOf } from '../cluster-facts';
import { isSameCluster } from '../cluster-identity';
import { UPDATE_OPERATOR } from '../generated/update-operator.generated';
import { INodeSource, InPlaceUpdates } from '../node-source';
import { updatesOf } from '../nodegroup-updates';
import { CertManager } from './cert-manager';
import { operatorError, throwOnOperatorErrors } from './errors';
import { KubernetesAccess, kubernetesAccessOf } from './kubernetes-access';
import { checkOperator } from './operator-checks';
import { checkOnlyOperator, noteOperator } from './operator-registry';
import { renderValues } from './render-values';
import { isTolerated, renderToleration, repels, tolerationsFor } from './toleration';
import { UpdateOperatorImage } from './update-operator-image';
import { BottlerocketUpdateOperatorProps } from './update-operator-props';

/** Nodes that are attached, and what they come from. */
interface Attached {
  readonly construct: IConstruct;
  readonly updates: InPlaceUpdates;
}

/**
 * The update operator of Bottlerocket in a cluster of Amazon EKS: drains nodes, updates them in place and reboots them, one
 * after the other, within a schedule.
 *
 * It takes care of the nodes that are attached to it, and only of those. Two charts are installed, in a namespace of their
 * own, after cert-manager and after the attached nodes. There is one operator for a cluster.
 *
 * Nodes go to the newest release, when it is their turn, or to `settings.updates.versionLock`. That does not change what new
 * nodes start with: they start with the image of their node group, and are updated soon after. Nodes never go from one minor
 * version of Kubernetes to another; for that, node groups replace them.
 *
 * Pods are evicted, never killed: a disruption budget that allows no eviction holds up the updates of all nodes.
 *
 * @see https://github.com/bottlerocket-os/bottlerocket-update-operator
 */
export class BottlerocketUpdateOperator extends Construct {
  /**
   * The label of nodes that the operator updates. Attached nodes get it; set it on nodes that are not of this app.
   */
  public static readonly NODE_LABEL_KEY: string = UPDATE_OPERATOR.label.key;

  /**
   * The value of the label of nodes that the operator updates.
   */
  public static readonly NODE_LABEL_VALUE: string = UPDATE_OPERATOR.label.value;

  /**
   * The namespace of the operator.
   */
  public readonly namespaceName: string;

  private readonly attached: Attached[] = [];
  private readonly clusterName: string;

  /**
   * @param scope the construct that the operator belongs to
   * @param id the id of the operator in its scope
   * @param props the operator
   * @throws an error with all issues when the operator could not work
   */
  public constructor(
    scope: Construct,
    id: string,
    private readonly props: BottlerocketUpdateOperatorProps,
  ) {
    super(scope, id);
    throwOnOperatorErrors(checkClusterKind(props.cluster, 'EKS'), this);
    this.namespaceName = props.namespaceName ?? UPDATE_OPERATOR.namespace;
    this.clusterName = props.cluster.clusterRef.clusterName;

    const version = props.version ?? UPDATE_OPERATOR.chart.version;
    const image = (props.image ?? UpdateOperatorImage.ecrPublic())._bind(this, `v${version}`);
    const access = kubernetesAccessOf(props.cluster);
    const issues = [
      ...(access === undefined ? [noAccess(props.cluster)] : []),
      ...checkOnlyOperator(this, this.clusterName),
      ...checkOperator(props),
      ...image.issues,
    ];
    throwOnOperatorErrors(issues, this);
    noteOperator(this, this.clusterName);
    warnOnce(this, issues);

    this.install(access!, version, image.name);
    this.node.addValidation({ validate: () => this.validate() });
  }

  /**
   * Lets the operator update the nodes of a node group of this library, from now on. They get the label, the agent tolerates
   * their taints, and the operator is installed after them.
   *
   * @param nodes the node group
   * @throws an error with all issues when the nodes cannot be updated in place, or belong to another cluster
   */
  public attach(nodes: INodeSource): void {
    this.add(nodes, nodes._inPlaceUpdates());
  }

  /**
   * The same for a managed node group that was made by something else than this library, in this app.
   *
   * @param nodegroup the node group, of aws-eks or aws-eks-v2, or a CloudFormation resource
   * @throws an error with all issues when the nodes cannot be updated in place, or belong to another cluster
   */
  public attachNodegroup(nodegroup: eks.INodegroupRef): void {
    const updates = updatesOf(nodegroup);
    if ('code' in updates) {
      throw operatorError([updates], this);
    }
    this.add(nodegroup, updates);
  }

  private add(construct: IConstruct, updates: InPlaceUpdates): void {
    if (this.attached.some((known) => known.construct === construct)) {
      return;
    }
    const { key, value } = UPDATE_OPERATOR.label;
    const issues = [...this.checkCluster(construct, updates), ...updates.issues()];
    throwOnOperatorErrors(issues, construct);
    throwOnOperatorErrors(updates.addLabel(key, value), construct);
    this.attached.push({ construct, updates });
    // The pods need nodes to run on. Without any, the deployment would wait for them in vain.
    this.node.addDependency(construct);
  }

  private checkCluster(construct: IConstruct, { clusterName }: InPlaceUpdates): BottlerocketIssue[] {
    return clusterName === undefined || isSameCluster(clusterName, this.clusterName) !== false
      ? []
      : [
          issue(IssueCode.NODES_OF_OTHER_CLUSTER, {
            path: 'nodes',
            message: `${construct.node.path} is not of the cluster of ${this.node.path}.`,
          }),
        ];
  }

  private install(access: KubernetesAccess, version: string, image: string | undefined): void {
    const { props, namespaceName: namespace } = this;
    const repository = props.repository ?? UPDATE_OPERATOR.repository;
    const common = { repository, namespace, createNamespace: false };
    const values = renderValues(props, {
      namespace,
      image,
      agentTolerations: Lazy.any({ produce: () => this.agentTolerations() }, { omitEmptyArray: true }),
    });
    const before: IConstruct[] = [
      ...(props.certManager ?? CertManager.eksAddon())._install(this, { cluster: props.cluster, access }),
      ...(props.serviceMonitor?.prometheusOperator === undefined ? [] : [props.serviceMonitor.prometheusOperator]),
    ];
    const crd = access.installChart(this, 'CustomResource', {
      ...common,
      chart: UPDATE_OPERATOR.crdChart.name,
      version: props.crdVersion ?? UPDATE_OPERATOR.crdChart.version,
      values: values.ofCrd(),
      wait: false,
    });
    if (props.createNamespace ?? true) {
      crd.node.addDependency(access.applyManifest(this, 'Namespace', namespaceManifest(namespace)));
    }
    const operator = access.installChart(this, 'Operator', {
      ...common,
      chart: UPDATE_OPERATOR.chart.name,
      version,
      values: values.ofOperator(props.additionalValues),
      wait: props.wait ?? true,
    });
    operator.node.addDependency(crd, ...before);
  }

  private agentTolerations(): unknown[] {
    const derived = tolerationsFor(this.attached.flatMap(({ updates }) => updates.taints()));
    const given = (this.props.agent?.tolerations ?? []).map(renderToleration);
    return [...new Map([...derived, ...given].map((toleration) => [JSON.stringify(toleration), toleration])).values()];
  }

  private validate(): string[] {
    const own = [...this.checkAnythingAttached(), ...this.checkRoom()];
    warnOnce(this, own);
    const ofNodes = this.attached.flatMap(({ construct, updates }) => {
      const issues = updates.issues();
      warnOnce(construct, issues);
      return issues;
    });
    return [...own, ...ofNodes].filter(({ severity }) => severity === IssueSeverity.ERROR).map(describe);
  }

  private checkAnythingAttached(): BottlerocketIssue[] {
    if (this.attached.length > 0) {
      return [];
    }
    const autoMode = factsOf(this.props.cluster).autoMode;
    return [
      autoMode
        ? issue(IssueCode.NODES_UPDATED_OTHERWISE, {
            path: 'cluster',
            message: 'Nothing is attached, and EKS replaces the nodes of Auto Mode by itself.',
            fix: 'Remove the update operator, or attach the node groups that the cluster has beside Auto Mode.',
          })
        : issue(IssueCode.NOTHING_TO_UPDATE, {
            path: 'nodes',
            message: 'Nothing is attached, so that the operator updates no node of this app.',
          }),
    ];
  }

  /** The controller and the API server may run on nodes that are not attached, of which nothing is known here. */
  private checkRoom(): BottlerocketIssue[] {
    const { controller, apiServer } = this.props;
    const given = [controller?.tolerations ?? [], apiServer?.tolerations ?? []];
    const repelled = this.attached.every(({ updates }) =>
      updates.taints().some((taint) => repels(taint) && given.some((tolerations) => !isTolerated(taint, tolerations))),
    );
    return this.attached.length === 0 || !repelled
      ? []
      : [
          issue(IssueCode.NODES_REPEL_OPERATOR, {
            path: 'nodes',
            message: 'Every attached node group has a taint that the controller or the API server does not tolerate.',
          }),
        ];
  }
}

function noAccess(cluster: eks.IClusterRef): BottlerocketIssue {
  return issue(IssueCode.NO_KUBECTL_ACCESS, {
    path: 'cluster',
    message: 'Nothing can be installed in this cluster.',
    received: cluster.node.path,
  });
}

/** The agent mounts files of the host, which the levels baseline and restricted do not allow. */
function namespaceManifest(name: string): Record<string, unknown> {
  const labels = { 'pod-security.kubernetes.io/enforce': 'privileged' };
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } };
}
