import { NodePreset } from '../node-preset';

/**
 * Presets for nodes with AWS Inferentia or AWS Trainium.
 *
 * The image has the drivers, in all variants without those of NVIDIA. What hands the devices out to pods does not come with
 * it: install the Neuron device plugin or the Neuron DRA driver in the cluster.
 */
export class NeuronPreset {
  /**
   * Containers that do not run as root may use the devices that their pods got. Kubernetes 1.32 and newer do so by
   * themselves. Since Bottlerocket 1.30.0.
   */
  public static devicesForNonRoot(): NodePreset {
    return NodePreset.of('NeuronPreset.devicesForNonRoot', {
      kubernetes: { deviceOwnershipFromSecurityContext: true },
    });
  }

  private constructor() {}
}
