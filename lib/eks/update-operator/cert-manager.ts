import { Stack } from 'aws-cdk-lib';
import * as eks from 'aws-cdk-lib/aws-eks';
import { Construct, IConstruct } from 'constructs';
import { CERT_MANAGER } from '../generated/update-operator.generated';
import { KubernetesAccess } from './kubernetes-access';

/**
 * cert-manager as a community add-on of Amazon EKS.
 */
export interface CertManagerAddonOptions {
  /**
   * The version of the add-on, such as `v1.19.2-eksbuild.1`.
   *
   * @default - the one that EKS recommends for the cluster when the add-on is created
   */
  readonly addonVersion?: string;

  /**
   * The configuration of the add-on, as its schema has it.
   *
   * @default - the defaults of the add-on
   */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- jsii has no other type for a value of any kind
  readonly configurationValues?: { [key: string]: any };

  /**
   * Whether cert-manager stays in the cluster when the add-on is removed.
   *
   * @default false
   */
  readonly preserveOnDelete?: boolean;
}

/**
 * cert-manager by its chart.
 */
export interface CertManagerHelmOptions {
  /**
   * The version of the chart.
   *
   * @default - the newest one that this library knows
   */
  readonly version?: string;

  /**
   * The Helm repository, or the place in a registry that begins with `oci://` and has the chart.
   *
   * @default https://charts.jetstack.io
   */
  readonly repository?: string;

  /**
   * The namespace. It is made when it is not there.
   *
   * @default cert-manager
   */
  readonly namespaceName?: string;

  /**
   * Values of the chart.
   *
   * @default - the defaults of the chart, and its custom resources
   */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- jsii has no other type for a value of any kind
  readonly values?: { [key: string]: any };
}

/** What it takes to install cert-manager. */
export interface CertManagerContext {
  readonly cluster: eks.IClusterRef;
  readonly access: KubernetesAccess;
}

/**
 * What makes the certificates of the update operator: cert-manager, and how it gets into the cluster.
 *
 * @see https://cert-manager.io
 */
export abstract class CertManager {
  /**
   * As a community add-on of Amazon EKS.
   *
   * @param options the add-on
   * @see https://docs.aws.amazon.com/eks/latest/userguide/community-addons.html
   */
  public static eksAddon(options: CertManagerAddonOptions = {}): CertManager {
    return new BoundBy(
      (scope, { cluster }) =>
        new eks.CfnAddon(scope, 'CertManager', {
          clusterName: cluster.clusterRef.clusterName,
          addonName: CERT_MANAGER.addon,
          addonVersion: options.addonVersion,
          preserveOnDelete: options.preserveOnDelete,
          configurationValues:
            options.configurationValues === undefined
              ? undefined
              : Stack.of(scope).toJsonString(options.configurationValues),
        }),
    );
  }

  /**
   * By its chart.
   *
   * @param options the chart
   */
  public static helm(options: CertManagerHelmOptions = {}): CertManager {
    return new BoundBy((scope, { access }) =>
      access.installChart(scope, 'CertManager', {
        chart: CERT_MANAGER.chart.name,
        version: options.version ?? CERT_MANAGER.chart.version,
        repository: options.repository ?? CERT_MANAGER.repository,
        namespace: options.namespaceName ?? CERT_MANAGER.namespace,
        createNamespace: true,
        values: { crds: { enabled: true }, ...options.values },
        // Its webhook must answer before the chart of the operator asks for certificates.
        wait: true,
      }),
    );
  }

  /**
   * It is in the cluster already, or something else in this app brings it.
   *
   * @param installers what brings it, so that the operator comes after it
   */
  public static existing(...installers: IConstruct[]): CertManager {
    return new BoundBy(() => installers);
  }

  /**
   * Installs it. The operator depends on what is returned.
   *
   * @internal
   */
  public abstract _install(scope: Construct, context: CertManagerContext): IConstruct[];
}

class BoundBy extends CertManager {
  public constructor(
    private readonly install: (scope: Construct, context: CertManagerContext) => IConstruct | IConstruct[],
  ) {
    super();
  }

  public _install(scope: Construct, context: CertManagerContext): IConstruct[] {
    return [this.install(scope, context)].flat();
  }
}
