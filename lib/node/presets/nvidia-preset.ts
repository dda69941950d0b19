import {
  NvidiaDevicePartitioningStrategy,
  NvidiaDevicePlugin,
  NvidiaDeviceSharingStrategy,
  NvidiaDriverBranch,
} from '../../settings';
import { NodePreset } from '../node-preset';
import { checkMig } from './mig-profiles';
import {
  NetworkDraDriverOptions,
  NvidiaMigOptions,
  NvidiaMpsOptions,
  NvidiaTimeSlicingOptions,
} from './nvidia-preset-options';

/**
 * Presets for nodes of Amazon EKS with NVIDIA GPUs. Each switches on what it sets, and several go together: time slicing
 * with MIG shares the partitions.
 *
 * The device plugin is part of the image and runs by default; do not install another one. Other variants refuse these
 * settings.
 */
export class NvidiaPreset {
  /**
   * Containers take turns on a GPU. Since Bottlerocket 1.25.0.
   *
   * @param options how they do
   */
  public static timeSlicing(options: NvidiaTimeSlicingOptions): NodePreset {
    const { replicas, renameByDefault, failRequestsGreaterThanOne } = options;
    return plugin('NvidiaPreset.timeSlicing', {
      deviceSharingStrategy: NvidiaDeviceSharingStrategy.TIME_SLICING,
      timeSlicing: {
        replicas,
        renameByDefault: renameByDefault ?? true,
        failRequestsGreaterThanOne: failRequestsGreaterThanOne ?? true,
      },
    });
  }

  /**
   * Containers share a GPU through the Multi-Process Service, with an equal part of it each. Not with MIG. Since
   * Bottlerocket 1.54.0.
   *
   * @param options how they do
   */
  public static mps(options: NvidiaMpsOptions): NodePreset {
    const { replicas, renameByDefault } = options;
    return plugin('NvidiaPreset.mps', {
      deviceSharingStrategy: NvidiaDeviceSharingStrategy.MPS,
      mps: { replicas, renameByDefault: renameByDefault ?? true },
    });
  }

  /**
   * GPUs are partitioned when the node boots. Node groups refuse instance types whose GPU has no profile, or cannot be
   * partitioned. NVLink does not work on partitioned GPUs. Since Bottlerocket 1.34.0.
   *
   * @param options the profiles
   */
  public static mig(options: NvidiaMigOptions): NodePreset {
    const { profiles } = options;
    const nvidia: NvidiaDevicePlugin = {
      devicePartitioningStrategy: NvidiaDevicePartitioningStrategy.MIG,
      mig: { profile: profiles },
    };
    return NodePreset._adaptive(
      'NvidiaPreset.mig',
      { kubeletDevicePlugins: { nvidia } },
      { checkHardware: (hardware) => checkMig(profiles, hardware) },
    );
  }

  /**
   * GPUs are handed out by dynamic resource allocation: the driver of the image takes the place of the device plugin. For
   * Kubernetes 1.34 and newer, since Bottlerocket 1.66.0.
   */
  public static draDriver(): NodePreset {
    return NodePreset.of('NvidiaPreset.draDriver', {
      kubeletDevicePlugins: { nvidia: { enabled: false } },
      kubeletDraDrivers: { nvidia: { enabled: true } },
    });
  }

  /**
   * Network devices, those of Elastic Fabric Adapter among them, are handed out by dynamic resource allocation, near to the
   * GPUs of a pod: the driver dranet of the image runs. For Kubernetes 1.34 and newer, since Bottlerocket 1.69.0.
   *
   * @param options which devices
   */
  public static networkDraDriver(options: NetworkDraDriverOptions = {}): NodePreset {
    const { deviceFilter, bindAddress } = options;
    return NodePreset.of('NvidiaPreset.networkDraDriver', {
      kubeletDraDrivers: { net: { enabled: true, deviceFilter, bindAddress } },
    });
  }

  /**
   * The branch of the driver, where the image has several: Kubernetes 1.37 since Bottlerocket 1.66.0, others since 1.68.0.
   * Without it, the OS chooses by the GPU. Node groups refuse instance types whose GPU the branch does not drive.
   *
   * @param branch the branch
   */
  public static driverBranch(branch: NvidiaDriverBranch): NodePreset {
    return NodePreset.of('NvidiaPreset.driverBranch', { kernel: { drivers: { nvidia: { branch } } } });
  }

  private constructor() {}
}

function plugin(name: string, nvidia: NvidiaDevicePlugin): NodePreset {
  return NodePreset.of(name, { kubeletDevicePlugins: { nvidia } });
}
