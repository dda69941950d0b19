import { Duration } from 'aws-cdk-lib';
import * as eks from 'aws-cdk-lib/aws-eks';
import * as eksv2 from 'aws-cdk-lib/aws-eks-v2';
import { Construct } from 'constructs';

/** A chart to install. */
export interface ChartOptions {
  readonly chart: string;
  readonly version: string;
  readonly repository: string;
  readonly namespace: string;
  readonly createNamespace: boolean;
  readonly values: Record<string, unknown>;
  readonly wait: boolean;
}

/** How objects get into a cluster. The constructs belong to the caller, so that they can follow on what the caller made. */
export interface KubernetesAccess {
  installChart(scope: Construct, id: string, options: ChartOptions): Construct;
  applyManifest(scope: Construct, id: string, manifest: Record<string, unknown>): Construct;
}

/** The functions that run Helm are stopped after 15 minutes. */
const WAIT_TIMEOUT = Duration.minutes(10);

/**
 * How to reach a cluster of either EKS module, of this app or imported; undefined when the reference does not say. The
 * modules have classes of their own for the same things.
 */
export function kubernetesAccessOf(cluster: eks.IClusterRef): KubernetesAccess | undefined {
  if ('kubectlRole' in cluster) {
    const known = cluster as eks.ICluster;
    return (known.kubectlRole ?? known.kubectlProvider) === undefined
      ? undefined
      : accessBy(eks.HelmChart, eks.KubernetesManifest, known);
  }
  const known = cluster as eksv2.ICluster;
  return known.kubectlProvider === undefined ? undefined : accessBy(eksv2.HelmChart, eksv2.KubernetesManifest, known);
}

type Maker<Props> = new (scope: Construct, id: string, props: Props) => Construct;

function accessBy<Cluster>(
  Chart: Maker<eks.HelmChartOptions & { cluster: Cluster }>,
  Manifest: Maker<{ cluster: Cluster; manifest: Record<string, unknown>[] }>,
  cluster: Cluster,
): KubernetesAccess {
  return {
    installChart: (scope, id, { repository, ...options }) =>
      new Chart(scope, id, {
        cluster,
        ...options,
        // Of a registry, Helm wants to know the place of the chart itself.
        repository: repository.startsWith('oci://') ? `${repository.replace(/\/+$/, '')}/${options.chart}` : repository,
        timeout: options.wait ? WAIT_TIMEOUT : undefined,
      }),
    applyManifest: (scope, id, manifest) => new Manifest(scope, id, { cluster, manifest: [manifest] }),
  };
}
