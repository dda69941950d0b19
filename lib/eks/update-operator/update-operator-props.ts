import { Duration, Size } from 'aws-cdk-lib';
import * as eks from 'aws-cdk-lib/aws-eks';
import { IConstruct } from 'constructs';
import { CertManager } from './cert-manager';
import { PodToleration } from './toleration';
import { UpdateConcurrency } from './update-concurrency';
import { UpdateOperatorImage } from './update-operator-image';
import { UpdateSchedule } from './update-schedule';

/**
 * How the logs of the operator are written.
 */
export enum UpdateOperatorLogFormat {
  /**
   * For people, over several lines each.
   */
  PRETTY = 'pretty',

  /**
   * For people, in one line each.
   */
  FULL = 'full',

  /**
   * As FULL, and shorter.
   */
  COMPACT = 'compact',

  /**
   * For programs, one JSON object in each line.
   */
  JSON = 'json',
}

/**
 * What the operator logs. Filters are a level such as `info` or `debug`, or directives by module.
 *
 * @see https://docs.rs/tracing-subscriber/latest/tracing_subscriber/filter/struct.EnvFilter.html#directives
 */
export interface UpdateOperatorLogging {
  /**
   * How logs are written.
   *
   * @default UpdateOperatorLogFormat.PRETTY
   */
  readonly formatter?: UpdateOperatorLogFormat;

  /**
   * Whether logs have colors, as codes for terminals.
   *
   * @default true
   */
  readonly colors?: boolean;

  /**
   * What the agent logs, which runs on every node.
   *
   * @default info
   */
  readonly agentFilter?: string;

  /**
   * What the API server logs, by which agents change the cluster.
   *
   * @default info
   */
  readonly apiServerFilter?: string;

  /**
   * What the controller logs, which decides when a node is updated.
   *
   * @default info
   */
  readonly controllerFilter?: string;
}

/**
 * What a pod is given of a node.
 *
 * @see https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
 */
export interface PodResources {
  /**
   * What is reserved of the processors, in thousandths of one.
   *
   * @default - the default of the chart
   */
  readonly cpuRequestMillicores?: number;

  /**
   * What it gets of the processors at most, in thousandths of one.
   *
   * @default - the default of the chart
   */
  readonly cpuLimitMillicores?: number;

  /**
   * What is reserved of the memory.
   *
   * @default - the default of the chart
   */
  readonly memoryRequest?: Size;

  /**
   * What it gets of the memory at most. A pod that needs more is stopped.
   *
   * @default - the default of the chart
   */
  readonly memoryLimit?: Size;
}

/**
 * The agent, which runs on every node that is updated.
 */
export interface UpdateAgentOptions {
  /**
   * Taints that the agent tolerates beside those of the attached nodes.
   *
   * @default - only those of the attached nodes
   */
  readonly tolerations?: PodToleration[];

  /**
   * The priority class of the pods.
   *
   * @default - the one of the cluster
   */
  readonly priorityClassName?: string;

  /**
   * What the pods are given of a node.
   *
   * @default - the defaults of the chart
   */
  readonly resources?: PodResources;
}

/**
 * The controller, which decides when a node is updated. It may run on any node with Linux, on those that it updates as well.
 */
export interface UpdateControllerOptions {
  /**
   * Taints that the pod tolerates.
   *
   * @default - none
   */
  readonly tolerations?: PodToleration[];

  /**
   * Labels of the nodes that the pod may run on.
   *
   * @default - all nodes
   */
  readonly nodeSelector?: { [key: string]: string };

  /**
   * The priority class of the pod.
   *
   * @default - one that the chart brings, with a high priority
   */
  readonly priorityClassName?: string;

  /**
   * What the pod is given of a node.
   *
   * @default - the defaults of the chart
   */
  readonly resources?: PodResources;
}

/**
 * The API server, by which agents change the cluster: three pods.
 */
export interface UpdateApiServerOptions {
  /**
   * Taints that the pods tolerate.
   *
   * @default - none
   */
  readonly tolerations?: PodToleration[];

  /**
   * Labels of the nodes that the pods may run on.
   *
   * @default - all nodes
   */
  readonly nodeSelector?: { [key: string]: string };

  /**
   * The priority class of the pods.
   *
   * @default - the one of the cluster
   */
  readonly priorityClassName?: string;

  /**
   * What the pods are given of a node.
   *
   * @default - the defaults of the chart
   */
  readonly resources?: PodResources;

  /**
   * The port of the service, from 1 to 65535.
   *
   * @default 443
   */
  readonly servicePort?: number;

  /**
   * The port of the pods, from 1 to 65535.
   *
   * @default 8443
   */
  readonly containerPort?: number;
}

/**
 * A service monitor, by which the Prometheus operator finds the metrics of the controller.
 */
export interface UpdateServiceMonitorOptions {
  /**
   * What brings the Prometheus operator and its custom resources. The chart is installed after it.
   *
   * @default - it is in the cluster already
   */
  readonly prometheusOperator?: IConstruct;
}

/**
 * The update operator of a cluster.
 */
export interface BottlerocketUpdateOperatorProps {
  /**
   * The cluster: of aws-eks or aws-eks-v2, of this app or imported, with what it takes to run kubectl.
   */
  readonly cluster: eks.IClusterRef;

  /**
   * When nodes are updated.
   *
   * @default UpdateSchedule.always()
   */
  readonly schedule?: UpdateSchedule;

  /**
   * How many nodes are updated at the same time.
   *
   * @default UpdateConcurrency.nodes(1)
   */
  readonly maxConcurrentUpdates?: UpdateConcurrency;

  /**
   * How long a node is excluded from load balancers before it is drained. In whole seconds.
   *
   * @default - nodes stay in the load balancers
   */
  readonly loadBalancerWait?: Duration;

  /**
   * What makes the certificates of the operator.
   *
   * @default CertManager.eksAddon()
   */
  readonly certManager?: CertManager;

  /**
   * The version of the chart of the operator. Only the newest minor version gets security patches.
   *
   * @default - the newest one that this library knows
   * @see https://github.com/bottlerocket-os/bottlerocket-update-operator/releases
   */
  readonly version?: string;

  /**
   * The version of the chart of the custom resource, bottlerocket-shadow.
   *
   * @default - the newest one that this library knows
   */
  readonly crdVersion?: string;

  /**
   * The Helm repository, or the place in a registry that begins with `oci://` and has both charts.
   *
   * @default - the repository of the project
   */
  readonly repository?: string;

  /**
   * The image of the operator.
   *
   * @default UpdateOperatorImage.ecrPublic()
   */
  readonly image?: UpdateOperatorImage;

  /**
   * The namespace of the operator.
   *
   * @default brupop-bottlerocket-aws
   */
  readonly namespaceName?: string;

  /**
   * Whether the namespace is made, with the label by which pod security admission lets the agent in. One that exists must
   * not enforce the levels baseline or restricted: the agent mounts files of the host.
   *
   * @default true
   */
  readonly createNamespace?: boolean;

  /**
   * The agent, which runs on every node that is updated.
   *
   * @default - the defaults of the chart, and the taints of the attached nodes
   */
  readonly agent?: UpdateAgentOptions;

  /**
   * The controller, which decides when a node is updated.
   *
   * @default - the defaults of the chart
   */
  readonly controller?: UpdateControllerOptions;

  /**
   * The API server, by which agents change the cluster.
   *
   * @default - the defaults of the chart
   */
  readonly apiServer?: UpdateApiServerOptions;

  /**
   * What the operator logs.
   *
   * @default - the defaults of the chart
   */
  readonly logging?: UpdateOperatorLogging;

  /**
   * Labels of all pods of the operator.
   *
   * @default - those of the chart
   */
  readonly podLabels?: { [key: string]: string };

  /**
   * A service monitor for the metrics. Without it, the metrics are found by annotations.
   *
   * @default - no service monitor
   */
  readonly serviceMonitor?: UpdateServiceMonitorOptions;

  /**
   * Values of the chart for which there is no property here, by their keys. Numbers and flags are text in this chart.
   *
   * @default - none
   */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- jsii has no other type for a value of any kind
  readonly additionalValues?: { [key: string]: any };

  /**
   * Whether a deployment waits until the pods of the operator are ready, for up to 10 minutes, and fails when they are not.
   * It cannot succeed as long as the cluster has no nodes.
   *
   * @default true
   */
  readonly wait?: boolean;
}
