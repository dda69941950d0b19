/**
 * How containers take turns on GPUs.
 *
 * @see https://bottlerocket.dev/en/os/latest/api/settings/kubelet-device-plugins/
 */
export interface NvidiaTimeSlicingOptions {
  /**
   * How many containers share one GPU, at least 2. They are not kept apart: each of them may use the memory of all.
   */
  readonly replicas: number;

  /**
   * Whether pods ask for `nvidia.com/gpu.shared` in place of `nvidia.com/gpu`, so that none shares a GPU unawares.
   *
   * @default true
   */
  readonly renameByDefault?: boolean;

  /**
   * Whether a request for more than one share fails. More shares do not mean more of a GPU.
   *
   * @default true
   */
  readonly failRequestsGreaterThanOne?: boolean;
}

/**
 * How containers share GPUs through the Multi-Process Service.
 *
 * @see https://bottlerocket.dev/en/os/latest/api/settings/kubelet-device-plugins/
 */
export interface NvidiaMpsOptions {
  /**
   * How many containers share one GPU, from 2 to 48. Each gets an equal part of its memory and threads.
   */
  readonly replicas: number;

  /**
   * Whether pods ask for `nvidia.com/gpu.shared` in place of `nvidia.com/gpu`, so that none shares a GPU unawares.
   *
   * @default true
   */
  readonly renameByDefault?: boolean;
}

/**
 * How GPUs are partitioned (MIG).
 *
 * @see https://docs.nvidia.com/datacenter/tesla/mig-user-guide/
 */
export interface NvidiaMigOptions {
  /**
   * The profile of the partitions, such as `1g.5gb`, or their number as text, by the name of the GPU. Each instance takes
   * what is for its own GPU, so that node groups can share the same profiles. `InstanceHardware` knows the names:
   * `a100.40gb` (p4d), `a100.80gb` (p4de), `h100.80gb` (p5), `h200.141gb` (p5e, p5en), `b200.180gb` (p6-b200),
   * `b300.269gb` (p6-b300) and `rtxpro6000.96gb` (g7e).
   */
  readonly profiles: { [gpu: string]: string };
}

/**
 * Which network devices the driver dranet offers.
 *
 * @see https://bottlerocket.dev/en/os/latest/api/settings/kubelet-dra-drivers/
 */
export interface NetworkDraDriverOptions {
  /**
   * An expression in CEL that chooses the devices.
   *
   * @default - all devices
   */
  readonly deviceFilter?: string;

  /**
   * The address and port on which the driver serves its metrics, such as `127.0.0.1:9177`.
   *
   * @default - the one of the driver
   */
  readonly bindAddress?: string;
}
